import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { ImportDetail, ImportKind } from '@halong/organisation/contract';
import type { Actor } from '@halong/platform/contract';
import type { TestInstallation } from '@halong/testing/server';
import { ImportReading } from './import-reading.ts';
import { ImportWriting } from './import-writing.ts';
import { Imports } from './import.service.ts';
import { ProvinceImport } from './province-import.ts';

const samples = new URL('../../../../apps/e2e/samples/', import.meta.url);

/** A sample file of the office, by its name. */
export const sampleFile = (name: string): string => fileURLToPath(new URL(name, samples));
/** The staff list of the province, as the office sends it. */
export const peopleList = readFileSync(sampleFile('people.xlsx'));

/** The steps of an import as an administrator takes them; the jobs are run here, as the worker would. `app` is there once a step is taken. */
export function importSteps(app: () => TestInstallation, admin: Actor) {
  const imports = () => app().get(Imports);
  const asAdmin = <T>(work: () => Promise<T>, who = admin): Promise<T> => app().as(who, () => app().db.transaction(work));
  const get = (id: number): Promise<ImportDetail> => imports().get(admin, id);

  async function upload(kind: ImportKind, name: string, content: Buffer): Promise<number> {
    const { id } = await app().as(admin, () => imports().start(admin, { kind, name }, Readable.from([content])));
    await app().get(ImportReading).read(id);
    return id;
  }

  /** With the columns as they are proposed. */
  async function check(id: number): Promise<ImportDetail> {
    const { version, mapping } = await get(id);
    const columns = Object.fromEntries((mapping?.fields ?? []).flatMap(({ field, proposed }) => (proposed === null ? [] : [[field, proposed]])));
    const asked = await asAdmin(() => imports().map(admin, id, { version, columns }));
    await app().get(ImportReading).check(id, asked.version);
    return get(id);
  }

  /** Presses the button that says how many. */
  async function run(id: number): Promise<ImportDetail> {
    const { version, willWrite } = await get(id);
    await asAdmin(() => imports().run(admin, id, { version, expected: willWrite }));
    await app().get(ImportWriting).write(id);
    return get(id);
  }

  return {
    asAdmin, get, upload, check, run,
    /** A list of people, run dry. */
    async checked(content: Buffer): Promise<number> {
      const id = await upload('PEOPLE', 'people.xlsx', content);
      await check(id);
      return id;
    },
    importUnits: () => app().get(ProvinceImport).importUnits(sampleFile('org-units.csv')),
    count: async (from: string): Promise<number> => Number((await app().db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM ${from}`))?.n),
  };
}
