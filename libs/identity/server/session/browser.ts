import type { Input } from '@halong/platform/server';
import type { sessionRoutes } from '@halong/identity/contract';
import type { Browser } from './session.service.ts';

/** What the request says about the browser that it came from. */
export const browserOf = ({ request }: Input<typeof sessionRoutes.getMe>['http'], ownDevice = false): Browser => ({
  cookie: request.headers.cookie,
  userAgent: request.headers['user-agent'],
  ownDevice,
});
