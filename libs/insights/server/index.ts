import { complianceRoutes, deskRoutes, overviewRoutes, progressRoutes, recordRoutes, searchRoutes, todayRoutes } from '@halong/insights/contract';
import type { Domain } from '@halong/platform/server';
import { InsightsModule } from './insights.module.ts';

/** Only reads: the numbers that managers and unit heads ask for. */
export const insights: Domain = {
  name: 'insights',
  module: InsightsModule,
  entities: [],
  migrations: [],
  routes: { ...todayRoutes, ...deskRoutes, ...recordRoutes, ...complianceRoutes, ...progressRoutes, ...overviewRoutes, ...searchRoutes },
};

export { InsightsModule } from './insights.module.ts';
export { TodayRepository } from './today/today.repository.ts';
