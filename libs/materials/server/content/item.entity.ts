import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** One thing that a class is given: a document, a link, a page, an assignment. What is removed keeps its row. */
@Entity('materials_item')
@Index('IDX_materials_item_class', ['classId', 'removedAt', 'position'])
@Index('IDX_materials_item_creator', ['createdBy', 'id'])
@Index('UQ_materials_item_ref', ['refId'], { unique: true })
export class ItemEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('TrainingClassEntity', { name: 'FK_materials_item_class' })
  @Column({ name: 'class_id', type: 'int' }) classId: number;
  /** The topic it stands under; null stands before all topics. */
  @ForeignKey('ProgrammeUnitEntity', { name: 'FK_materials_item_topic' })
  @Column({ name: 'topic_id', type: 'int', nullable: true }) topicId: number | null;
  /** MATERIAL, LINK, PAGE or ASSIGNMENT. */
  @Column({ length: 20 }) kind: string;
  @Column({ type: 'int' }) position: number;
  @Column({ length: 300 }) title: string;
  @Column({ name: 'search_key', length: 400 }) searchKey: string;
  @Column({ type: 'boolean', default: false }) mandatory: boolean;
  @Column({ type: 'boolean', default: true }) downloadable: boolean;
  /** Others who teach the same programme may reuse it. */
  @Column({ type: 'boolean', default: false }) shared: boolean;
  /** A handout of this session. Sessions go by their number: a new timetable keeps the numbers and not the rows. */
  @Column({ name: 'session_no', type: 'int', nullable: true }) sessionNo: number | null;
  @Column({ name: 'visible_from', type: 'datetime', precision: 3, nullable: true }) visibleFrom: Date | null;
  @Column({ name: 'visible_until', type: 'datetime', precision: 3, nullable: true }) visibleUntil: Date | null;
  /** Visible from the start of this session, wherever it is moved to. */
  @Column({ name: 'from_session_no', type: 'int', nullable: true }) fromSessionNo: number | null;
  /** Visible until the end of this session. */
  @Column({ name: 'until_session_no', type: 'int', nullable: true }) untilSessionNo: number | null;
  /** The assignment that another domain keeps. */
  @Column({ name: 'ref_id', type: 'int', nullable: true }) refId: number | null;
  /** Number of the version that the class is given; null until there is one. */
  @Column({ name: 'given_no', type: 'int', nullable: true }) givenNo: number | null;
  @Column({ type: 'int', default: 1 }) version: number;
  @ForeignKey('AccountEntity', { name: 'FK_materials_item_creator' })
  @Column({ name: 'created_by', type: 'int', nullable: true }) createdBy: number | null;
  @Column({ name: 'created_at', type: 'datetime', precision: 3 }) createdAt: Date;
  @Column({ name: 'removed_at', type: 'datetime', precision: 3, nullable: true }) removedAt: Date | null;
}

/** What an item consisted of from some day on. Never changed: a change is the next version. */
@Entity('materials_item_version')
@Index('UQ_materials_item_version', ['itemId', 'no'], { unique: true })
@Index('IDX_materials_item_version_document', ['documentId'])
export class ItemVersionEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('ItemEntity', { name: 'FK_materials_item_version_item' })
  @Column({ name: 'item_id', type: 'int' }) itemId: number;
  @Column({ type: 'int' }) no: number;
  @ForeignKey('DocumentEntity', { name: 'FK_materials_item_version_document' })
  @Column({ name: 'document_id', type: 'int', nullable: true }) documentId: number | null;
  @Column({ type: 'varchar', length: 2000, nullable: true }) url: string | null;
  /** A page as clean HTML, and its words for searching. */
  @Column({ type: 'mediumtext', nullable: true }) body: string | null;
  @Column({ name: 'search_text', type: 'mediumtext', nullable: true }) searchText: string | null;
  /** What changed since the version before, in the words of whoever changed it. */
  @Column({ type: 'varchar', length: 500, nullable: true }) changes: string | null;
  @Column({ name: 'created_by_name', length: 120 }) createdByName: string;
  @Column({ name: 'created_at', type: 'datetime', precision: 3 }) createdAt: Date;
  /** When the class was first given it. */
  @Column({ name: 'given_at', type: 'datetime', precision: 3, nullable: true }) givenAt: Date | null;
}

/** When a trainee looked at the content of their class: what is new since the visit before this one. */
@Entity('materials_visit')
export class VisitEntity {
  @ForeignKey('EnrolmentEntity', { name: 'FK_materials_visit_enrolment' })
  @PrimaryColumn({ name: 'enrolment_id', type: 'int' }) enrolmentId: number;
  @Column({ name: 'last_at', type: 'datetime', precision: 3 }) lastAt: Date;
  @Column({ name: 'before_at', type: 'datetime', precision: 3, nullable: true }) beforeAt: Date | null;
}

/** Who opened or downloaded which version, and when. Append-only. */
@Entity('materials_access')
@Index('IDX_materials_access_item', ['itemId', 'id'])
@Index('IDX_materials_access_account', ['accountId', 'versionId', 'kind', 'at'])
export class AccessEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('ItemEntity', { name: 'FK_materials_access_item' })
  @Column({ name: 'item_id', type: 'int' }) itemId: number;
  @ForeignKey('ItemVersionEntity', { name: 'FK_materials_access_version' })
  @Column({ name: 'version_id', type: 'int' }) versionId: number;
  @ForeignKey('AccountEntity', { name: 'FK_materials_access_account' })
  @Column({ name: 'account_id', type: 'int' }) accountId: number;
  /** OPENED or DOWNLOADED. */
  @Column({ length: 12 }) kind: string;
  @Column({ type: 'datetime', precision: 3 }) at: Date;
}
