import { z } from 'zod';
import type { RouteShape } from '@halong/platform/contract';
import { domains } from '../api/domains.ts';
import type { Growing } from './growth.ts';
import type { World } from './world.ts';

/** How to ask for a list: its address below /api and whose cookie. */
interface Call {
  path: string;
  cookie: string;
}

/** Every GET route of the product whose answer is a page, by `GET /path`. */
export function pagedRoutes(): string[] {
  const routes: RouteShape[] = domains.flatMap((domain) => Object.values(domain.routes));
  return routes.filter(({ method, response }) => method === 'GET' && isPage(response)).map(({ path }) => `GET ${path}`);
}

const isPage = (response: z.ZodType | undefined): boolean => response instanceof z.ZodObject && ['items', 'total', 'page', 'size'].every((key) => key in response.shape);

const plain = ['/people', '/accounts', '/classes', '/units', '/lecturers', '/rooms', '/programmes', '/mails', '/imports', '/overview/units'];

/** @throws Error when a paged route has no call here, or a call no route: a new list comes with its call */
export function listCalls({ main, province, ...world }: World, { importId, itemId }: Growing): Map<string, Call> {
  const [admin, lecturer, trainee] = [world.administratorCookie, world.lecturerCookie, world.traineeCookie];
  const calls = new Map<string, Call>([
    ...plain.map((path): [string, Call] => [`GET ${path}`, { path, cookie: admin }]),
    ['GET /certificates', { path: '/certificates', cookie: world.officerCookie }],
    ['GET /classes/:id/completion', { path: `/classes/${main.classId}/completion`, cookie: admin }],
    ['GET /units/:id/compliance', { path: `/units/${province.communeId}/compliance`, cookie: admin }],
    ['GET /classes/:id/attendance-summary', { path: `/classes/${main.classId}/attendance-summary`, cookie: lecturer }],
    ['GET /sessions/:id/attendance', { path: `/sessions/${main.sessionIds[0]}/attendance`, cookie: lecturer }],
    ['GET /classes/:classId/enrolments', { path: `/classes/${main.classId}/enrolments`, cookie: lecturer }],
    ['GET /people/:id/enrolments', { path: `/people/${main.trainees[0]?.personId}/enrolments`, cookie: admin }],
    ['GET /my/enrolments', { path: '/my/enrolments', cookie: trainee }],
    ['GET /my/notifications', { path: '/my/notifications', cookie: trainee }],
    ['GET /my/enrolment-calls', { path: '/my/enrolment-calls', cookie: world.unitCookie }],
    ['GET /classes/:classId/units/:unitId/candidates', { path: `/classes/${main.classId}/units/${province.communeId}/candidates`, cookie: world.unitCookie }],
    ['GET /classes/:classId/nominations', { path: `/classes/${main.classId}/nominations`, cookie: world.coordinatorCookie }],
    ['GET /units/:id/classes', { path: `/units/${province.communeId}/classes`, cookie: world.unitCookie }],
    ['GET /classes/:id/content-library', { path: `/classes/${main.classId}/content-library`, cookie: lecturer }],
    ['GET /content-items/:id/readers', { path: `/content-items/${itemId}/readers`, cookie: lecturer }],
    ['GET /imports/:id/rows', { path: `/imports/${importId}/rows`, cookie: admin }],
  ]);
  const routes = pagedRoutes();
  const missing = [...routes.filter((route) => !calls.has(route)), ...[...calls.keys()].filter((route) => !routes.includes(route))];
  if (missing.length > 0) throw new Error(`lists.ts and the contracts differ: ${missing.join(', ')}`);
  return calls;
}
