import { classCompletionTopic, completionRoutes, completionTopic, overviewTopic, unitLedgerTopic } from '@halong/completion/contract';
import type { Domain } from '@halong/platform/server';
import { completionCommands } from './completion/completion.commands.ts';
import { CompletionDueEntity, CompletionEntity, LedgerEntity, LedgerYearEntity } from './completion/completion.entity.ts';
import { CompletionModule } from './completion.module.ts';
import { completionMessages } from './events.ts';
import { CompletionFoundation1790001000000 } from './migrations/1790001000000-completion-foundation.ts';
import { CompletionDue1795399600000 } from './migrations/1795399600000-completion-due.ts';
import { YearSums1795407300000 } from './migrations/1795407300000-year-sums.ts';

export const completion: Domain = {
  name: 'completion',
  module: CompletionModule,
  entities: [CompletionEntity, LedgerEntity, LedgerYearEntity, CompletionDueEntity],
  migrations: [CompletionFoundation1790001000000, CompletionDue1795399600000, YearSums1795407300000],
  routes: completionRoutes,
  topics: { completionTopic, classCompletionTopic, unitLedgerTopic, overviewTopic },
  messages: completionMessages,
  commands: completionCommands,
};

export { CompletionModule } from './completion.module.ts';
export { Completions } from './completion/completion.service.ts';
export { Recompute } from './completion/recompute.service.ts';
export { YearSums } from './ledger/year-sums.repository.ts';
export { neededPeriods, trafficLight, elapsedShare, type LedgerRules, type YearLedger } from './ledger/ledger.rules.ts';
