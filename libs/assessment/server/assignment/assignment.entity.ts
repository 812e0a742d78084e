import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A ready late policy to choose from; an assignment keeps a copy of its own. */
@Entity('assessment_late_policy')
export class LatePolicyEntity {
  @PrimaryGeneratedColumn() id: number;
  @Column({ name: 'name_vi', length: 120 }) nameVi: string;
  @Column({ name: 'name_en', length: 120 }) nameEn: string;
  @Column({ type: 'json' }) policy: unknown;
  @Column({ name: 'is_default', type: 'boolean', default: false }) isDefault: boolean;
}

/** A piece of work that a class is given. */
@Entity('assessment_assignment')
@Index('IDX_assessment_assignment_class', ['classId', 'state', 'dueAt'])
export class AssignmentEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('TrainingClassEntity', { name: 'FK_assessment_assignment_class' })
  @Column({ name: 'class_id', type: 'int' }) classId: number;
  /** ESSAY, REFLECTIVE_REPORT, PROJECT, FILES or TEXT. */
  @Column({ length: 20 }) kind: string;
  @Column({ length: 200 }) title: string;
  @Column({ type: 'text' }) brief: string;
  /** DRAFT or PUBLISHED. */
  @Column({ length: 20, default: 'DRAFT' }) state: string;
  @Column({ name: 'group_work', type: 'boolean', default: false }) groupWork: boolean;
  @Column({ name: 'confirm_all', type: 'boolean', default: false }) confirmAll: boolean;
  @Column({ type: 'varchar', length: 40, nullable: true }) component: string | null;
  @Column({ name: 'opens_at', type: 'datetime', precision: 3, nullable: true }) opensAt: Date | null;
  @Column({ name: 'due_at', type: 'datetime', precision: 3 }) dueAt: Date;
  @Column({ name: 'cutoff_at', type: 'datetime', precision: 3, nullable: true }) cutoffAt: Date | null;
  /** { deductionPerDay, floor, partDay, graceMinutes } */
  @Column({ type: 'json' }) late: unknown;
  @Column({ type: 'int', default: 1 }) attempts: number;
  @Column({ type: 'varchar', length: 500, nullable: true }) declaration: string | null;
  @Column({ type: 'boolean', default: false }) blind: boolean;
  @Column({ type: 'int', default: 1 }) markers: number;
  @Column({ name: 'diff_threshold', type: 'decimal', precision: 5, scale: 2, nullable: true }) diffThreshold: number | null;
  @Column({ name: 'rubric_version_id', type: 'int', nullable: true }) rubricVersionId: number | null;
  @Column({ type: 'int', default: 1 }) version: number;
  @Column({ name: 'created_at', type: 'datetime', precision: 3 }) createdAt: Date;
  @Column({ name: 'published_at', type: 'datetime', precision: 3, nullable: true }) publishedAt: Date | null;
}

/** A document that is handed out with the brief. */
@Entity('assessment_assignment_reference')
@Index('IDX_assessment_assignment_reference_document', ['documentId'])
export class AssignmentReferenceEntity {
  @ForeignKey('AssignmentEntity', { name: 'FK_assessment_assignment_reference_assignment' })
  @PrimaryColumn({ name: 'assignment_id', type: 'int' }) assignmentId: number;
  @ForeignKey('DocumentEntity', { name: 'FK_assessment_assignment_reference_document' })
  @PrimaryColumn({ name: 'document_id', type: 'int' }) documentId: number;
  @Column({ type: 'int' }) position: number;
}

/** Other dates or attempts for one person or one group; exactly one of the two is named. */
@Entity('assessment_override')
@Index('UQ_assessment_override_person', ['assignmentId', 'enrolmentId'], { unique: true })
@Index('UQ_assessment_override_group', ['assignmentId', 'groupId'], { unique: true })
export class OverrideEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('AssignmentEntity', { name: 'FK_assessment_override_assignment' })
  @Column({ name: 'assignment_id', type: 'int' }) assignmentId: number;
  @ForeignKey('EnrolmentEntity', { name: 'FK_assessment_override_enrolment' })
  @Column({ name: 'enrolment_id', type: 'int', nullable: true }) enrolmentId: number | null;
  @ForeignKey('GroupEntity', { name: 'FK_assessment_override_group' })
  @Column({ name: 'group_id', type: 'int', nullable: true }) groupId: number | null;
  @Column({ name: 'opens_at', type: 'datetime', precision: 3, nullable: true }) opensAt: Date | null;
  @Column({ name: 'due_at', type: 'datetime', precision: 3, nullable: true }) dueAt: Date | null;
  @Column({ name: 'cutoff_at', type: 'datetime', precision: 3, nullable: true }) cutoffAt: Date | null;
  @Column({ type: 'int', nullable: true }) attempts: number | null;
  @Column({ name: 'waive_late', type: 'boolean', default: false }) waiveLate: boolean;
  @Column({ length: 500 }) reason: string;
}

/** Counts the arrangements of the groups of a class, so that two people do not undo each other's. */
@Entity('assessment_group_set')
export class GroupSetEntity {
  @ForeignKey('TrainingClassEntity', { name: 'FK_assessment_group_set_class' })
  @PrimaryColumn({ name: 'class_id', type: 'int' }) classId: number;
  @Column({ type: 'int', default: 1 }) version: number;
}

@Entity('assessment_group')
@Index('UQ_assessment_group', ['classId', 'name'], { unique: true })
export class GroupEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('TrainingClassEntity', { name: 'FK_assessment_group_class' })
  @Column({ name: 'class_id', type: 'int' }) classId: number;
  @Column({ length: 80 }) name: string;
}

/** Everybody is in one group of a class at most. */
@Entity('assessment_group_member')
@Index('IDX_assessment_group_member_group', ['groupId'])
export class GroupMemberEntity {
  @ForeignKey('EnrolmentEntity', { name: 'FK_assessment_group_member_enrolment' })
  @PrimaryColumn({ name: 'enrolment_id', type: 'int' }) enrolmentId: number;
  @ForeignKey('GroupEntity', { name: 'FK_assessment_group_member_group' })
  @Column({ name: 'group_id', type: 'int' }) groupId: number;
}
