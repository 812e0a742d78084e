import type { RenditionKind, RenditionReason } from '@halong/materials/contract';

export interface RenditionRow {
  id: number;
  documentId: number;
  kind: RenditionKind;
  state: 'QUEUED' | 'CONVERTING' | 'READY' | 'FAILED';
  percent: number;
  reason: RenditionReason | null;
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
