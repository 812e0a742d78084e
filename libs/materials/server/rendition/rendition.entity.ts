import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** How far the worker is in turning one document into forms that a page can show. */
@Entity('materials_rendition')
@Unique('UQ_materials_rendition', ['documentId'])
@Index('IDX_materials_rendition_state', ['state', 'parked'])
export class RenditionEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('DocumentEntity', { name: 'FK_materials_rendition_document' })
  @Column({ name: 'document_id', type: 'int' }) documentId: number;
  @Column({ length: 20 }) kind: string;
  @Column({ length: 20, default: 'QUEUED' }) state: string;
  @Column({ type: 'int', default: 0 }) percent: number;
  /** A code of `renditionReasons`. */
  @Column({ type: 'varchar', length: 40, nullable: true }) reason: string | null;
  /** How often the worker has begun; a file that ends the worker every time is given up. */
  @Column({ type: 'int', default: 0 }) attempts: number;
  /** Nobody has been asked to convert it: it waits for a program that is not there. */
  @Column({ type: 'boolean', default: false }) parked: boolean;
  @Column({ name: 'updated_at', type: 'datetime', precision: 3 }) updatedAt: Date;
}

/** One file of a rendition; each is kept as soon as it is made, so that a worker that was killed goes on after it. */
@Entity('materials_rendition_file')
@Unique('UQ_materials_rendition_file', ['renditionId', 'name'])
@Index('IDX_materials_rendition_file_file', ['fileId'])
export class RenditionFileEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('RenditionEntity', { name: 'FK_materials_rendition_file_rendition' })
  @Column({ name: 'rendition_id', type: 'int' }) renditionId: number;
  @Column({ length: 60 }) name: string;
  @ForeignKey('FileRow', { name: 'FK_materials_rendition_file_file' })
  @Column({ name: 'file_id', type: 'int' }) fileId: number;
  @Column({ name: 'media_type', length: 60 }) mediaType: string;
  @Column({ type: 'bigint' }) bytes: number;
  @Column({ type: 'int', nullable: true }) width: number | null;
  @Column({ type: 'int', nullable: true }) height: number | null;
}

/** The words of a page: TEXT for everybody who may open the document, NOTES for those who teach. */
@Entity('materials_document_text')
@Unique('UQ_materials_document_text', ['documentId', 'part', 'page'])
export class DocumentTextEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('DocumentEntity', { name: 'FK_materials_document_text_document' })
  @Column({ name: 'document_id', type: 'int' }) documentId: number;
  @Column({ length: 10 }) part: string;
  @Column({ type: 'int' }) page: number;
  @Column({ type: 'mediumtext' }) text: string;
  @Column({ name: 'search_key', type: 'mediumtext' }) searchKey: string;
}

/** Captions that belong to a video. */
@Entity('materials_caption')
@Unique('UQ_materials_caption', ['videoId', 'language'])
@Index('IDX_materials_caption_captions', ['captionsId'])
export class CaptionEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('DocumentEntity', { name: 'FK_materials_caption_video' })
  @Column({ name: 'video_id', type: 'int' }) videoId: number;
  @ForeignKey('DocumentEntity', { name: 'FK_materials_caption_captions' })
  @Column({ name: 'captions_id', type: 'int' }) captionsId: number;
  @Column({ length: 10 }) language: string;
}
