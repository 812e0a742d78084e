import { assessment } from '@halong/assessment/server';
import { attendance } from '@halong/attendance/server';
import { catalogue } from '@halong/catalogue/server';
import { certification } from '@halong/certification/server';
import { classes } from '@halong/classes/server';
import { completion } from '@halong/completion/server';
import { enrolment } from '@halong/enrolment/server';
import { identity } from '@halong/identity/server';
import { insights } from '@halong/insights/server';
import { notifications } from '@halong/notifications/server';
import { organisation } from '@halong/organisation/server';
import { platformRoutes, type Domain } from '@halong/platform/server';
import type { RouteShape } from '@halong/platform/contract';
import { regulations } from '@halong/regulations/server';

/** What the API composes, upstream first; a test holds it against the API's own list. */
export const domains: Domain[] = [
  organisation, identity, regulations, catalogue, notifications, classes, enrolment,
  attendance, assessment, completion, certification, insights,
];

/** Every route of the product by `METHOD /path`. */
export const routes = new Map<string, RouteShape>(
  [...Object.values(platformRoutes as Record<string, RouteShape>), ...domains.flatMap((domain) => Object.values(domain.routes))].map((route) => [`${route.method} ${route.path}`, route]),
);
