import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Database, FileStore, readSpreadsheet, SpreadsheetError, spreadsheetWords } from '@halong/platform/server';
import { catalogueErrors, type ProgrammeImport } from '@halong/catalogue/contract';
import { differenceOf, type Difference, type KnownProgramme } from './programme-diff.rules.ts';
import { readProgrammes, type ProgrammeDraft, type ProgrammeFile } from './programme-file.rules.ts';
import { mayEditCatalogue } from './programme.policy.ts';
import { ProgrammeRepository } from './programme.repository.ts';
import type { ProgrammeRow, VersionRow } from './programme.rows.ts';
import { Programmes } from './programme.service.ts';

interface Known {
  row: ProgrammeRow;
  newest: VersionRow;
}

const maxBytes = 5 * 1_048_576;

/** Brings in the catalogue from a file: first what it would do, then, when confirmed, exactly that. */
@Injectable()
export class ProgrammeImports {
  constructor(
    private readonly programmes: Programmes,
    private readonly repository: ProgrammeRepository,
    private readonly files: FileStore,
    private readonly db: Database,
  ) {}

  /** Keeps the file and compares it with the catalogue. @throws AppError catalogue.file_not_readable */
  async check(actor: Actor, name: string, stream: Readable): Promise<ProgrammeImport> {
    if (!mayEditCatalogue(actor)) throw new AppError(platformErrors.forbidden);
    const { id } = await this.files.put(stream, { name, mediaType: 'application/octet-stream', maxBytes, uploadedBy: actor.accountId });
    const { file, fileName } = await this.read(id);
    return this.present(id, fileName, file, await this.known(file, false));
  }

  /** Takes over every whole row, in one transaction. Rows that are the same are left alone, so repeating it changes nothing. */
  async confirm(actor: Actor, fileId: number): Promise<ProgrammeImport> {
    if (!mayEditCatalogue(actor)) throw new AppError(platformErrors.forbidden);
    await this.assertOwn(actor, fileId);
    const { file, fileName } = await this.read(fileId);
    if (file.programmes.length === 0) throw new AppError(catalogueErrors.file_has_no_programme);
    return this.db.transaction(async () => {
      const known = await this.known(file, true);
      for (const draft of file.programmes) await this.take(draft, known.get(draft.code));
      return this.present(fileId, fileName, file, known);
    });
  }

  private async take(draft: ProgrammeDraft, known: Known | undefined): Promise<void> {
    const { row: _row, activeFrom, code, nameVi, nameEn, category, authority, ...terms } = draft;
    const head = { code, nameVi, nameEn, category, authority };
    const difference = differenceOf(draft, known && knownOf(known));
    if (difference.bucket === 'REFUSED' || difference.bucket === 'SAME') return;
    if (!known) {
      await this.programmes.add(head, { ...terms, validFrom: activeFrom });
      return;
    }
    if (difference.changesHead) await this.programmes.correct(known.row, head);
    if (difference.addsVersion) await this.programmes.addNextVersion(known.row, known.newest, { ...terms, validFrom: activeFrom });
    await this.repository.touch(known.row.id);
  }

  private async read(fileId: number): Promise<{ file: ProgrammeFile; fileName: string }> {
    const { name, local } = await this.files.get(fileId);
    try {
      const sheets = await readSpreadsheet(await local());
      const sheet = sheets.find(({ hidden, rows }) => !hidden && rows.length > 0) ?? sheets[0];
      return { file: readProgrammes({ rows: sheet?.rows ?? [] }), fileName: name };
    } catch (error) {
      throw error instanceof SpreadsheetError ? new AppError(catalogueErrors.file_not_readable, { problem: spreadsheetWords(error) }) : error;
    }
  }

  /** A file that somebody else sent, or that was sent for something else, is none. */
  private async assertOwn(actor: Actor, fileId: number): Promise<void> {
    const own = await this.db.row('SELECT 1 FROM platform_file WHERE id = ? AND uploaded_by = ?', [fileId, actor.accountId]);
    if (!own) throw new AppError(platformErrors.not_found);
  }

  private async known(file: ProgrammeFile, lock: boolean): Promise<Map<string, Known>> {
    const codes = file.programmes.map(({ code }) => code);
    const rows = lock ? await this.repository.lockByCodes(codes) : await this.repository.byCodes(codes);
    const versions = await this.repository.versionsOf(rows.map(({ id }) => id));
    const newest = new Map(versions.toReversed().map((version) => [version.programme_id, version]));
    return new Map(rows.flatMap((row) => {
      const version = newest.get(row.id);
      return version ? [[row.code, { row, newest: version }] as const] : [];
    }));
  }

  private present(fileId: number, fileName: string, file: ProgrammeFile, known: ReadonlyMap<string, Known>): ProgrammeImport {
    const judged = file.programmes.map((draft) => {
      const before = known.get(draft.code);
      return { draft, difference: differenceOf(draft, before && knownOf(before)), stands: before?.newest.valid_from ?? '' };
    });
    const rows = judged.flatMap(({ draft, difference }) =>
      difference.bucket === 'REFUSED' ? [] : [{ row: draft.row, code: draft.code, nameVi: draft.nameVi, bucket: difference.bucket, differs: difference.differs }],
    );
    const refusals = judged.flatMap(({ draft, difference, stands }) =>
      difference.bucket === 'REFUSED' ? [{ row: draft.row, code: 'TERMS_STAND' as const, params: { day: stands, columns: difference.differs.join(', ') } }] : [],
    );
    const problems = [...file.problems, ...refusals].sort((a, b) => a.row - b.row);
    const count = (bucket: Difference['bucket']) => rows.filter((row) => row.bucket === bucket).length;
    const refused = new Set(problems.map(({ row }) => row)).size;
    return { fileId, fileName, counts: { NEW: count('NEW'), VERSION: count('VERSION'), CHANGED: count('CHANGED'), SAME: count('SAME'), refused }, rows, problems };
  }
}

const knownOf = ({ row, newest }: Known): KnownProgramme => ({
  nameVi: row.name_vi, nameEn: row.name_en, category: row.category, authority: row.authority, periods: newest.periods, deliveryMode: newest.delivery_mode,
  deliveryNote: newest.delivery_note, assessmentText: newest.assessment_text, credential: newest.credential, classSize: newest.class_size,
  targetGroupText: newest.target_group_text, validFrom: newest.valid_from,
});
