import type { RouteShape } from '@halong/platform/contract';
import { platformRoutes } from '@halong/platform/server';
import { domains } from '../../api/domains.ts';

/** Every route of the product by `METHOD /path`. */
export const routes = new Map<string, RouteShape>(
  [...Object.values(platformRoutes as Record<string, RouteShape>), ...domains.flatMap((domain) => Object.values(domain.routes))].map((route) => [`${route.method} ${route.path}`, route]),
);
