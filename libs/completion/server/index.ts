import type { Domain } from '@halong/platform/server';
import { CompletionEntity, LedgerEntity } from './completion/completion.entity.ts';
import { CompletionFoundation1790001000000 } from './migrations/1790001000000-completion-foundation.ts';
import { CompletionModule } from './completion.module.ts';

export const completion: Domain = {
  name: 'completion',
  module: CompletionModule,
  entities: [CompletionEntity, LedgerEntity],
  migrations: [CompletionFoundation1790001000000],
  routes: {},
};
