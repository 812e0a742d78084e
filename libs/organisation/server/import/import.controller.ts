import { Controller } from '@nestjs/common';
import { Database, Handle, type Answer, type Input } from '@halong/platform/server';
import { importRoutes } from '@halong/organisation/contract';
import { ImportMending } from './import-mending.ts';
import { ImportSuggestions } from './import-suggestions.ts';
import { Imports } from './import.service.ts';
import { RejectedRows } from './rejected-rows.service.ts';

@Controller()
export class ImportController {
  constructor(
    private readonly imports: Imports,
    private readonly mending: ImportMending,
    private readonly suggestions: ImportSuggestions,
    private readonly rejectedRows: RejectedRows,
    private readonly db: Database,
  ) {}

  @Handle(importRoutes.startImport)
  start({ actor, query, stream }: Input<typeof importRoutes.startImport>): Answer<typeof importRoutes.startImport> {
    return this.imports.start(actor, query, stream);
  }

  @Handle(importRoutes.listImports)
  list({ actor, query }: Input<typeof importRoutes.listImports>): Answer<typeof importRoutes.listImports> {
    return this.imports.list(actor, query);
  }

  @Handle(importRoutes.getImport)
  get({ actor, params }: Input<typeof importRoutes.getImport>): Answer<typeof importRoutes.getImport> {
    return this.imports.get(actor, params.id);
  }

  @Handle(importRoutes.mapColumns)
  map({ actor, params, body }: Input<typeof importRoutes.mapColumns>): Answer<typeof importRoutes.mapColumns> {
    return this.db.transaction(() => this.imports.map(actor, params.id, body));
  }

  @Handle(importRoutes.chooseHead)
  chooseHead({ actor, params, body }: Input<typeof importRoutes.chooseHead>): Answer<typeof importRoutes.chooseHead> {
    return this.db.transaction(() => this.imports.chooseHead(actor, params.id, body));
  }

  @Handle(importRoutes.mendRow)
  mend({ actor, params, body }: Input<typeof importRoutes.mendRow>): Answer<typeof importRoutes.mendRow> {
    return this.db.transaction(async () => {
      await this.mending.mend(actor, params.id, params.rowNo, body.cells);
      return this.imports.get(actor, params.id);
    });
  }

  @Handle(importRoutes.takeSuggestion)
  takeSuggestion({ actor, params, body }: Input<typeof importRoutes.takeSuggestion>): Answer<typeof importRoutes.takeSuggestion> {
    return this.db.transaction(async () => {
      await this.suggestions.take(actor, params.id, params.rowNo, body.alike);
      return this.imports.get(actor, params.id);
    });
  }

  @Handle(importRoutes.leaveRowOut)
  leaveOut({ actor, params, body }: Input<typeof importRoutes.leaveRowOut>): Answer<typeof importRoutes.leaveRowOut> {
    return this.db.transaction(async () => {
      await this.mending.leaveOut(actor, params.id, params.rowNo, body.leftOut);
      return this.imports.get(actor, params.id);
    });
  }

  @Handle(importRoutes.listRows)
  rows({ actor, params, query }: Input<typeof importRoutes.listRows>): Answer<typeof importRoutes.listRows> {
    return this.imports.rows(actor, params.id, query);
  }

  @Handle(importRoutes.decideRow)
  decide({ actor, params, body }: Input<typeof importRoutes.decideRow>): Answer<typeof importRoutes.decideRow> {
    return this.db.transaction(() => this.imports.decide(actor, params.id, params.rowNo, body.decision, body.alike));
  }

  @Handle(importRoutes.runImport)
  run({ actor, params, body }: Input<typeof importRoutes.runImport>): Answer<typeof importRoutes.runImport> {
    return this.db.transaction(() => this.imports.run(actor, params.id, body));
  }

  @Handle(importRoutes.undoImport)
  undo({ actor, params, body }: Input<typeof importRoutes.undoImport>): Answer<typeof importRoutes.undoImport> {
    return this.db.transaction(() => this.imports.undo(actor, params.id, body));
  }

  @Handle(importRoutes.downloadRejected)
  rejected({ actor, params }: Input<typeof importRoutes.downloadRejected>): Answer<typeof importRoutes.downloadRejected> {
    return this.rejectedRows.download(actor, params.id);
  }
}
