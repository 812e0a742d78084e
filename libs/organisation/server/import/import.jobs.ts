import { Injectable } from '@nestjs/common';
import { Runs } from '@halong/platform/server';
import { checkImport, readImport, takeBackImport, writeImport } from './import.messages.ts';
import { ImportSteps } from './import-steps.ts';

@Injectable()
export class ImportJobs {
  constructor(private readonly steps: ImportSteps) {}

  @Runs(readImport)
  read({ importId }: { importId: number }): Promise<void> {
    return this.steps.read(importId);
  }

  @Runs(checkImport)
  check({ importId, version }: { importId: number; version: number }): Promise<void> {
    return this.steps.check(importId, version);
  }

  @Runs(writeImport)
  write({ importId }: { importId: number }): Promise<void> {
    return this.steps.write(importId);
  }

  @Runs(takeBackImport)
  takeBack({ importId }: { importId: number }): Promise<void> {
    return this.steps.undo(importId);
  }
}
