import { Controller, Inject } from '@nestjs/common';
import { AppError, platformErrors, route, type RouteShape } from '@halong/platform/contract';
import { z } from 'zod';
import { DOMAINS, type Domain } from '../domain/domain.ts';
import { Handle, type Answer } from './handle.ts';
import { PlatformHealth } from './health.ts';
import { openApiOf } from './openapi.ts';

export const platformRoutes = {
  live: route({ method: 'GET', path: '/health/live', summary: 'The process runs', access: 'anyone', response: z.object({ status: z.literal('ok') }) }),
  ready: route({
    method: 'GET',
    path: '/health/ready',
    summary: 'Database and Redis answer',
    access: 'anyone',
    response: z.object({ status: z.literal('ok'), database: z.boolean(), redis: z.boolean() }),
    errors: [platformErrors.unavailable],
  }),
  openapi: route({ method: 'GET', path: '/openapi.json', summary: 'This description', access: 'anyone', response: z.record(z.string(), z.unknown()) }),
} satisfies Record<string, RouteShape>;

@Controller()
export class HealthController {
  private description: object | undefined;

  constructor(
    private readonly health: PlatformHealth,
    @Inject(DOMAINS) private readonly domains: Domain[],
  ) {}

  @Handle(platformRoutes.live)
  async live(): Answer<typeof platformRoutes.live> {
    return { status: 'ok' };
  }

  /** Redis may be away for a while: work goes on and its effects wait in the outbox. The database may not. */
  @Handle(platformRoutes.ready)
  async ready(): Answer<typeof platformRoutes.ready> {
    const parts = await this.health.parts();
    if (!parts.database) throw new AppError(platformErrors.unavailable);
    return { status: 'ok', ...parts };
  }

  @Handle(platformRoutes.openapi)
  async openapi(): Answer<typeof platformRoutes.openapi> {
    this.description ??= openApiOf([...Object.values(platformRoutes), ...this.domains.flatMap((domain) => Object.values(domain.routes))]);
    return this.description as Record<string, unknown>;
  }
}
