import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity('assessment_grade_sheet')
export class GradeSheetEntity {
  @ForeignKey('TrainingClassEntity', { name: 'FK_assessment_grade_sheet_class' })
  @PrimaryColumn({ name: 'class_id', type: 'int' }) classId: number;
  /** OPEN, SUBMITTED, VERIFIED, PUBLISHED or LOCKED. */
  @Column({ length: 20, default: 'OPEN' }) state: string;
  /** Copied from the programme version when the sheet is opened. */
  @Column({ type: 'json' }) components: unknown;
  /** Null: every component stands for itself. */
  @Column({ type: 'json', nullable: true }) categories: unknown;
  /** Regrade requests are taken for some days from here. */
  @Column({ name: 'published_at', type: 'datetime', precision: 3, nullable: true }) publishedAt: Date | null;
  @Column({ type: 'int', default: 1 }) version: number;
}

/** One mark. No row, or a BLANK one that keeps its version, is blank; EXCUSED and a score of zero are two other things. */
@Entity('assessment_grade')
export class GradeEntity {
  @ForeignKey('EnrolmentEntity', { name: 'FK_assessment_grade_enrolment' })
  @PrimaryColumn({ name: 'enrolment_id', type: 'int' }) enrolmentId: number;
  @PrimaryColumn({ length: 40 }) component: string;
  /** SCORE, EXCUSED or BLANK (taken out again). */
  @Column({ length: 10 }) kind: string;
  @Column({ type: 'decimal', precision: 5, scale: 2, nullable: true }) score: number | null;
  @Column({ type: 'int', default: 1 }) version: number;
  /** How often it was sat again; the score is that of the last time. */
  @Column({ type: 'int', default: 0 }) resits: number;
}

/** Average and classification by the frozen bands; null while a mark is blank. */
@Entity('assessment_result')
@Index('IDX_assessment_result_class', ['classId'])
export class ResultEntity {
  @ForeignKey('EnrolmentEntity', { name: 'FK_assessment_result_enrolment' })
  @PrimaryColumn({ name: 'enrolment_id', type: 'int' }) enrolmentId: number;
  @ForeignKey('TrainingClassEntity', { name: 'FK_assessment_result_class' })
  @Column({ name: 'class_id', type: 'int' }) classId: number;
  @Column({ type: 'decimal', precision: 5, scale: 2, nullable: true }) average: number | null;
  @Column({ type: 'varchar', length: 20, nullable: true }) band: string | null;
  @Column({ type: 'boolean', nullable: true }) passed: boolean | null;
}

/** The decision that recognises the results of a class; certificates need it. */
@Entity('assessment_recognition')
export class RecognitionEntity {
  @ForeignKey('TrainingClassEntity', { name: 'FK_assessment_recognition_class' })
  @PrimaryColumn({ name: 'class_id', type: 'int' }) classId: number;
  @Column({ name: 'decision_no', length: 60 }) decisionNo: string;
  @Column({ name: 'decision_date', type: 'date' }) decisionDate: string;
  @Column({ length: 120 }) signer: string;
  @ForeignKey('FileRow', { name: 'FK_assessment_recognition_file' })
  @Column({ name: 'file_id', type: 'int' }) fileId: number;
}
