import { todayRoutes } from '@halong/insights/contract';
import type { Domain } from '@halong/platform/server';
import { InsightsModule } from './insights.module.ts';

export { InsightsModule } from './insights.module.ts';

export const insights: Domain = {
  name: 'insights',
  module: InsightsModule,
  entities: [],
  migrations: [],
  routes: { ...todayRoutes },
};
