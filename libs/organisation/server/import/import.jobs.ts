import { Injectable } from '@nestjs/common';
import { Runs } from '@halong/platform/server';
import { ImportReading } from './import-reading.ts';
import { ImportTakeBack } from './import-take-back.ts';
import { ImportWriting } from './import-writing.ts';
import { checkImport, readImport, takeBackImport, writeImport } from './import.messages.ts';

@Injectable()
export class ImportJobs {
  constructor(
    private readonly reading: ImportReading,
    private readonly writing: ImportWriting,
    private readonly takingBack: ImportTakeBack,
  ) {}

  @Runs(readImport)
  read({ importId }: { importId: number }): Promise<void> {
    return this.reading.read(importId);
  }

  @Runs(checkImport)
  check({ importId, version }: { importId: number; version: number }): Promise<void> {
    return this.reading.check(importId, version);
  }

  @Runs(writeImport)
  write({ importId }: { importId: number }): Promise<void> {
    return this.writing.write(importId);
  }

  @Runs(takeBackImport)
  takeBack({ importId }: { importId: number }): Promise<void> {
    return this.takingBack.undo(importId);
  }
}
