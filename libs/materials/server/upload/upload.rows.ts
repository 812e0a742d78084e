import type { Classification, DocumentState, UploadPurpose } from '@halong/materials/contract';

/** An upload as it is stored. */
export interface UploadRow {
  id: number;
  token: string;
  ownerId: number;
  classId: number | null;
  purpose: UploadPurpose;
  classification: Classification;
  name: string;
  bytes: number;
  state: DocumentState;
  sha256: string | null;
  documentId: number | null;
  refusal: string | null;
  refusalParams: Record<string, string | number> | null;
  createdAt: Date;
  receivedAt: Date | null;
  expiresAt: Date;
}

export type NewUpload = Pick<UploadRow, 'token' | 'ownerId' | 'classId' | 'purpose' | 'classification' | 'name' | 'bytes' | 'createdAt' | 'expiresAt'>;

export interface LimitRow {
  classId: number | null;
  accountId: number | null;
  maxBytes: number;
  openUploads: number;
}
