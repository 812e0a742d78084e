import { AppError, fillText } from '@halong/platform/contract';
import type { Command } from '@halong/platform/server';
import { ProvinceImport, type ImportResult } from './province-import.ts';

const command = (what: string, work: (province: ProvinceImport, path: string) => Promise<ImportResult>): Command => ({
  usage: '<file>',
  summary: `imports ${what} as an office sends it; open questions stay open`,
  async run(app, [path], print) {
    if (!path) {
      print('Say the file to import.');
      return 1;
    }
    try {
      const { counts, written } = await work(app.get(ProvinceImport, { strict: false }), path);
      print(`${written} rows written. ${Object.entries(counts).map(([bucket, count]) => `${bucket} ${count}`).join(', ')}.`);
      return 0;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      print(fillText(error.def.en, error.params));
      return 1;
    }
  },
});

export const importCommands: Record<string, Command> = {
  'import-units': command('the organisation tree', (province, path) => province.importUnits(path)),
  'import-people': command('a staff list', (province, path) => province.importPeople(path)),
};
