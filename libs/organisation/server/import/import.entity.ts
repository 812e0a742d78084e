import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

const instant = { type: 'datetime', precision: 3, nullable: true } as const;

/** One list that an office sent, from the upload to the end of the time in which it can be undone. */
@Entity('organisation_import')
export class ImportEntity {
  @PrimaryGeneratedColumn() id: number;
  @Column({ length: 12 }) kind: string;
  @Column({ length: 12 }) state: string;
  @ForeignKey('FileRow', { name: 'FK_organisation_import_file' })
  @Column({ name: 'file_id', type: 'int' }) fileId: number;
  @Column({ name: 'file_name', length: 255 }) fileName: string;
  /** Day by which units are understood. */
  @Column({ name: 'as_of', type: 'date' }) asOf: string;
  /** What was found in the file and which column was chosen for which field. */
  @Column({ type: 'json', nullable: true }) mapping: unknown;
  @Column({ type: 'json', nullable: true }) counts: unknown;
  @Column({ type: 'json', nullable: true }) problem: unknown;
  @Column({ type: 'int', default: 0 }) done: number;
  @Column({ type: 'int', default: 0 }) total: number;
  @Column({ name: 'created_by', type: 'int' }) createdBy: number;
  @Column({ name: 'created_by_name', length: 120 }) createdByName: string;
  @Column({ name: 'created_at', type: 'datetime', precision: 3 }) createdAt: Date;
  @Column({ name: 'run_by', type: 'int', nullable: true }) runBy: number | null;
  @Column({ name: 'undo_by', type: 'int', nullable: true }) undoBy: number | null;
  @Column({ name: 'finished_at', ...instant }) finishedAt: Date | null;
  @Column({ type: 'int', default: 1 }) version: number;
}

/** A row of the file as the dry run decided it. Personal numbers appear masked, or encrypted in `source`. */
@Entity('organisation_import_row')
@Index('IDX_organisation_import_row_bucket', ['importId', 'bucket', 'rowNo'])
@Index('IDX_organisation_import_row_outcome', ['importId', 'outcome', 'rowNo'])
@Index('IDX_organisation_import_row_record', ['recordId'])
@Index('IDX_organisation_import_row_alike', ['importId', 'alike'])
export class ImportRowEntity {
  @ForeignKey('ImportEntity', { name: 'FK_organisation_import_row_import' })
  @PrimaryColumn({ name: 'import_id', type: 'int' }) importId: number;
  @PrimaryColumn({ name: 'row_no', type: 'int' }) rowNo: number;
  @Column({ length: 12 }) bucket: string;
  /** What writing the row does: ADD, CHANGE or NONE. */
  @Column({ length: 8 }) effect: string;
  @Column({ name: 'search_key', length: 400 }) searchKey: string;
  @Column({ name: 'main_reason', type: 'varchar', length: 40, nullable: true }) mainReason: string | null;
  /** Person or unit that the row speaks of, once there is one. Not a foreign key: the record may be undone. */
  @Column({ name: 'record_id', type: 'int', nullable: true }) recordId: number | null;
  /** Version of the record that the dry run saw, then the one that was written. */
  @Column({ name: 'record_version', type: 'int', nullable: true }) recordVersion: number | null;
  /** The unit that was understood. */
  @Column({ name: 'unit_id', type: 'int', nullable: true }) unitId: number | null;
  /** Fingerprint of the unit texts that a decision answers; null when there is nothing to decide. */
  @Column({ name: 'question', type: 'char', length: 64, nullable: true }) question: string | null;
  /** What is proposed for the doubtful cell; of a personal number only masked. */
  @Column({ type: 'json', nullable: true }) suggestion: unknown;
  /** Fingerprint of the doubtful text, so that rows with the same one are answered together. */
  @Column({ type: 'char', length: 64, nullable: true }) alike: string | null;
  @Column({ type: 'json' }) shown: unknown;
  @Column({ type: 'json' }) reasons: unknown;
  @Column({ type: 'json' }) changes: unknown;
  @Column({ type: 'json', nullable: true }) decision: unknown;
  @Column({ type: 'varchar', length: 8, nullable: true }) outcome: string | null;
  /** What stood in the record before it was written, for the undo. */
  @Column({ type: 'json', nullable: true }) before: unknown;
  /** The cells of a row that may be mended, as the file has them, encrypted. */
  @Column({ type: 'mediumblob', nullable: true }) source: Buffer | null;
}

/** A cell that somebody mended in the dry run. The newest of a cell counts, those before it are its history; the texts are encrypted. */
@Entity('organisation_import_correction')
@Index('IDX_organisation_import_correction_row', ['importId', 'rowNo'])
export class ImportCorrectionEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('ImportEntity', { name: 'FK_organisation_import_correction_import' })
  @Column({ name: 'import_id', type: 'int' }) importId: number;
  /** A correction holds for its cell of the file, also when the columns are mapped anew. */
  @Column({ type: 'int' }) sheet: number;
  @Column({ name: 'row_no', type: 'int' }) rowNo: number;
  @Column({ type: 'int' }) col: number;
  @Column({ length: 40 }) field: string;
  /** What the file says. */
  @Column({ name: 'source_text', type: 'blob' }) sourceText: Buffer;
  /** What counts instead; null: the file again. */
  @Column({ name: 'mended_text', type: 'blob', nullable: true }) mendedText: Buffer | null;
  @Column({ name: 'mended_by', type: 'int' }) mendedBy: number;
  @Column({ name: 'mended_by_name', length: 120 }) mendedByName: string;
  @Column({ name: 'mended_at', type: 'datetime', precision: 3 }) mendedAt: Date;
}

/** What somebody decided about the unit texts of a person, so that the same list does not ask again. */
@Entity('organisation_unit_decision')
export class UnitDecisionEntity {
  @ForeignKey('PersonEntity', { name: 'FK_organisation_unit_decision_person', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'person_id', type: 'int' }) personId: number;
  @PrimaryColumn({ type: 'char', length: 64 }) question: string;
  @ForeignKey('ImportEntity', { name: 'FK_organisation_unit_decision_import' })
  @PrimaryColumn({ name: 'import_id', type: 'int' }) importId: number;
  @ForeignKey('UnitEntity', { name: 'FK_organisation_unit_decision_unit' })
  @Column({ name: 'unit_id', type: 'int', nullable: true }) unitId: number | null;
}
