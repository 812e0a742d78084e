import type { ImportState } from '@halong/organisation/contract';

/** What a person may ask of an import; everything else is done by the worker. */
export type ImportCommand = 'map' | 'decide' | 'mend' | 'run' | 'undo';

const allowed: Record<ImportCommand, readonly ImportState[]> = {
  map: ['MAPPING', 'CHECKED'],
  decide: ['CHECKED'],
  // While the rows are judged again the next cell can be mended; the judgement of the older question is thrown away.
  mend: ['CHECKED', 'CHECKING'],
  run: ['CHECKED'],
  undo: ['DONE'],
};

export const allows = (state: ImportState, command: ImportCommand): boolean => allowed[command].includes(state);

/** States in which the worker owns the import. A job that finds another state has nothing to do (it runs twice, or too late). */
export const working: Record<'read' | 'check' | 'write' | 'undo', readonly ImportState[]> = {
  read: ['UPLOADED', 'READING'],
  check: ['CHECKING'],
  write: ['WRITING'],
  undo: ['UNDOING'],
};
