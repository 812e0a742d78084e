import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What one trainee has seen of one version of an item, united from all tabs and devices. */
@Entity('materials_progress')
@Index('IDX_materials_progress_item', ['itemId', 'doneAt'])
export class ProgressEntity {
  @ForeignKey('EnrolmentEntity', { name: 'FK_materials_progress_enrolment' })
  @PrimaryColumn({ name: 'enrolment_id', type: 'int' }) enrolmentId: number;
  @ForeignKey('ItemVersionEntity', { name: 'FK_materials_progress_version' })
  @PrimaryColumn({ name: 'version_id', type: 'int' }) versionId: number;
  @ForeignKey('ItemEntity', { name: 'FK_materials_progress_item' })
  @Column({ name: 'item_id', type: 'int' }) itemId: number;
  /** [[from, to], …]: milliseconds of a recording, or pages with the end not included. Sorted, apart from each other. */
  @Column({ type: 'json' }) seen: unknown;
  @Column({ type: 'smallint', default: 0 }) percent: number;
  /** Where to go on: seconds of a recording, or the page. */
  @Column({ type: 'double', default: 0 }) place: number;
  /** As long as nobody has measured the recording: how long the player said it was. */
  @Column({ name: 'told_ms', type: 'int', nullable: true }) toldMs: number | null;
  @Column({ name: 'opened_at', type: 'datetime', precision: 3 }) openedAt: Date;
  @Column({ name: 'last_at', type: 'datetime', precision: 3 }) lastAt: Date;
  @Column({ name: 'done_at', type: 'datetime', precision: 3, nullable: true }) doneAt: Date | null;
}

/** The one watch of a person: time is credited once, however many tabs and devices are open. */
@Entity('materials_progress_watch')
export class ProgressWatchEntity {
  @ForeignKey('PersonEntity', { name: 'FK_materials_progress_watch_person' })
  @PrimaryColumn({ name: 'person_id', type: 'int' }) personId: number;
  @Column({ name: 'last_at', type: 'datetime', precision: 3 }) lastAt: Date;
  /** Credit of the last batch that was not used: evens out a line that delivers unevenly. */
  @Column({ name: 'spare_ms', type: 'int', default: 0 }) spareMs: number;
}

/** One showing of an item in one tab. Its batches are numbered: what was told once counts once. */
@Entity('materials_showing')
@Index('IDX_materials_showing_time', ['openedAt'])
export class ShowingEntity {
  @PrimaryColumn({ type: 'char', length: 36 }) token: string;
  @ForeignKey('EnrolmentEntity', { name: 'FK_materials_showing_enrolment' })
  @Column({ name: 'enrolment_id', type: 'int' }) enrolmentId: number;
  @ForeignKey('ItemVersionEntity', { name: 'FK_materials_showing_version' })
  @Column({ name: 'version_id', type: 'int' }) versionId: number;
  @Column({ name: 'last_no', type: 'int', default: 0 }) lastNo: number;
  @Column({ name: 'opened_at', type: 'datetime', precision: 3 }) openedAt: Date;
}

/** How watching is credited. One row for the installation. */
@Entity('materials_progress_terms')
export class ProgressTermsEntity {
  @PrimaryColumn({ type: 'int' }) id: number;
  /** Faster than this gives no credit. */
  @Column({ name: 'max_speed', type: 'decimal', precision: 3, scale: 2 }) maxSpeed: number;
  /** The shortest time in which a page counts as seen. */
  @Column({ name: 'page_ms', type: 'int' }) pageMs: number;
  /** From this share on an item counts as seen. */
  @Column({ name: 'done_percent', type: 'smallint' }) donePercent: number;
  /** At most this much time is credited at once. */
  @Column({ name: 'longest_ms', type: 'int' }) longestMs: number;
}
