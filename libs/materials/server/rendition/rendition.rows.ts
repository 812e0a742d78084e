import type { RenditionKind, RenditionReason } from '@halong/materials/contract';

export interface RenditionProgress {
  kind: RenditionKind;
  state: 'QUEUED' | 'CONVERTING' | 'READY' | 'FAILED';
  percent: number;
  reason: RenditionReason | null;
}

export interface RenditionRow extends RenditionProgress {
  id: number;
  documentId: number;
  attempts: number;
}

export interface RenditionFileRow {
  name: string;
  fileId: number;
  mediaType: string;
  bytes: number;
  width: number | null;
  height: number | null;
}

export interface PageText {
  page: number;
  text: string;
}
