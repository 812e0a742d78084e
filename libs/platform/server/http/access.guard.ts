import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { AppError, hasRole, platformErrors, type Access, type Actor, type RouteShape } from '@halong/platform/contract';
import type { IncomingHttpHeaders } from 'node:http';
import { CONFIG, type Config } from '../config/config.ts';
import { ROUTE, type HalongRequest } from './handle.ts';

/** Turns a cookie header into an actor; the identity domain provides it. */
export interface Authenticator {
  actorOf(cookieHeader: string | undefined): Promise<Actor | undefined>;
}
export const AUTHENTICATOR = Symbol('authenticator');

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Refuses what a page of another site sent in the person's name. */
export function assertOwnOrigin(headers: IncomingHttpHeaders, config: Pick<Config, 'PUBLIC_URL' | 'production'>): void {
  const site = headers['sec-fetch-site'];
  const origin = headers.origin;
  const own = !origin || origin === config.PUBLIC_URL || (!config.production && originMatchesHost(origin, headers.host));
  if (!own || (site !== undefined && site !== 'same-origin' && site !== 'none')) throw new AppError(platformErrors.foreign_origin);
}

/** On a trial machine the page may be open under any of its LAN names; production has one address. */
function originMatchesHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host;
}

export function assertAccess(access: Access, actor: Actor | undefined): void {
  if (access === 'anyone') return;
  if (!actor) throw new AppError(platformErrors.not_signed_in);
  if (access !== 'signed-in' && !hasRole(actor, ...access)) throw new AppError(platformErrors.forbidden);
}

/** The one global guard. A handler without a contract route is refused: deny by default. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(AUTHENTICATOR) private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = Reflect.getMetadata(ROUTE, context.getHandler()) as RouteShape | undefined;
    if (!route) throw new AppError(platformErrors.not_found);
    const request = context.switchToHttp().getRequest<HalongRequest>();
    if (unsafe.has(route.method)) assertOwnOrigin(request.headers, this.config);
    const actor = await this.authenticator.actorOf(request.headers.cookie);
    assertAccess(route.access, actor);
    if (actor && request.halong) request.halong.actor = actor;
    return true;
  }
}
