import { Injectable } from '@nestjs/common';
import { ImportTransitions } from './import-transitions.ts';
import { ImportUndo } from './import-undo.ts';
import { working } from './import.lifecycle.ts';
import { ImportRepository } from './import.repository.ts';

const batchSize = 100;
/** More units than a file may have rows. */
const wholeTree = 100_000;

/** Takes back what an import wrote; what cannot go is marked with the reason. It goes on from what is committed. */
@Injectable()
export class ImportTakeBack {
  constructor(
    private readonly imports: ImportRepository,
    private readonly transitions: ImportTransitions,
    private readonly undoing: ImportUndo,
  ) {}

  async undo(id: number): Promise<void> {
    const record = await this.imports.find(id);
    if (record?.state !== 'UNDOING') return;
    if (record.kind === 'PEOPLE') await this.people(id, record.done);
    else await this.transitions.inState(id, working.undo, async () => this.undoing.tree(id, await this.imports.writtenRows(id, wholeTree)));
    await this.transitions.inState(id, working.undo, async (now) => {
      await this.imports.forgetDecisions(id);
      const { undone, stayed } = await this.imports.numbers(id);
      await this.transitions.finish(now, 'UNDONE', { done: undone + stayed, after: { undone, stayed } });
    });
  }

  private async people(id: number, already: number): Promise<void> {
    let done = already;
    for (let rows = await this.imports.writtenRows(id, batchSize); rows.length > 0; rows = await this.imports.writtenRows(id, batchSize)) {
      for (const row of rows) await this.undoing.person(id, row);
      done += rows.length;
      await this.transitions.progress(id, done);
    }
  }
}
