import { Injectable } from '@nestjs/common';
import { AppError, platformErrors, xlsxType, type Actor } from '@halong/platform/contract';
import { currentRequest, Download, workbookBuffer } from '@halong/platform/server';
import { mayImport } from './import.policy.ts';
import { ImportRepository } from './import.repository.ts';
import { rejectedSheet } from './rejected-sheet.ts';
import { RowSeal } from './row-seal.ts';

/** The rejected rows of an import as a file for the office that sent them. */
@Injectable()
export class RejectedRows {
  constructor(
    private readonly imports: ImportRepository,
    private readonly seals: RowSeal,
  ) {}

  /** @throws AppError platform.not_found before there was a dry run */
  async download(actor: Actor, id: number): Promise<Download> {
    if (!mayImport(actor)) throw new AppError(platformErrors.forbidden);
    const record = await this.imports.find(id);
    if (!record?.mapping) throw new AppError(platformErrors.not_found);
    const rows = (await this.imports.rejectedRows(id)).map(({ rowNo, reasons, source }) => ({
      rowNo, reasons, cells: source ? this.seals.open(source) : [],
    }));
    const language = currentRequest()?.language ?? 'vi';
    const name = `${record.fileName.replace(/\.\w+$/, '')}-${language === 'vi' ? 'dong-loi' : 'rejected'}.xlsx`;
    return new Download(name, xlsxType, await workbookBuffer([rejectedSheet(language, record.mapping, rows)]));
  }
}
