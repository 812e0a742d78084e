import { materialsErrors } from '@halong/materials/contract';
import { AppError, platformErrors } from '@halong/platform/contract';
import { Download, type FileStore } from '@halong/platform/server';

interface Kept {
  fileId: number;
  name: string;
  mediaType: string;
}

/** A kept file as an answer, in parts when asked for. @throws AppError document_not_found when the store has it no more */
export async function downloadOf(files: FileStore, { fileId, name, mediaType }: Kept, inline: boolean): Promise<Download> {
  const file = await files.get(fileId).catch((error: unknown) => {
    throw error instanceof AppError && error.def.code === platformErrors.not_found.code ? new AppError(materialsErrors.document_not_found) : error;
  });
  return new Download(name, mediaType, { bytes: file.bytes, etag: file.sha256, open: file.open }, inline);
}
