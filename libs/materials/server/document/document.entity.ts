import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One file that has passed the door. Who else than its owner may open it is said by those who use it. */
@Entity('materials_document')
@Index('IDX_materials_document_owner', ['ownerId', 'createdAt'])
@Index('IDX_materials_document_file', ['fileId'])
export class DocumentEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('FileRow', { name: 'FK_materials_document_file' })
  @Column({ name: 'file_id', type: 'int' }) fileId: number;
  @ForeignKey('AccountEntity', { name: 'FK_materials_document_owner' })
  @Column({ name: 'owner_id', type: 'int' }) ownerId: number;
  @Column({ length: 20 }) purpose: string;
  @Column({ length: 255 }) name: string;
  @Column({ length: 255 }) title: string;
  @Column({ length: 20 }) kind: string;
  @Column({ name: 'media_type', length: 100 }) mediaType: string;
  @Column({ type: 'bigint' }) bytes: number;
  @Column({ type: 'char', length: 64 }) sha256: string;
  @Column({ length: 20 }) classification: string;
  /** CLEAN, or why nobody looked: NONE (no scanner), TOO_LARGE (for the scanner). */
  @Column({ length: 20 }) scan: string;
  @Column({ type: 'int', nullable: true }) pages: number | null;
  @Column({ name: 'duration_ms', type: 'int', nullable: true }) durationMs: number | null;
  @Column({ name: 'alt_text', type: 'varchar', length: 500, nullable: true }) altText: string | null;
  @Column({ name: 'created_at', type: 'datetime', precision: 3 }) createdAt: Date;
}
