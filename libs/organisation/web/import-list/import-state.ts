import type { Tone } from '@halong/design/web';
import type { ImportState } from '@halong/organisation/contract';

export const stateTones: Record<ImportState, Tone> = {
  UPLOADED: 'info', READING: 'info', MAPPING: 'warn', CHECKING: 'info', CHECKED: 'warn', WRITING: 'info', DONE: 'ok', FAILED: 'act', UNDOING: 'info', UNDONE: 'mute',
};

const atWork: readonly ImportState[] = ['UPLOADED', 'READING', 'CHECKING', 'WRITING', 'UNDOING'];

/** The worker is at it; the picture changes by itself. */
export const isAtWork = (state: ImportState): boolean => atWork.includes(state);
