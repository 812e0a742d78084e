import { organisation } from '@halong/organisation/server';
import { foldVietnamese, givenNameKey, type RoleGrant } from '@halong/platform/contract';
import type { Database, Domain } from '@halong/platform/server';
import type { Type } from '@nestjs/common';
import { Accounts, identity } from './index.ts';

export const password = 'đò chiều Bãi Cháy';
export const admin: RoleGrant = { role: 'SYSTEM_ADMIN', scopeType: 'GLOBAL', scopeId: 0 };

export interface Reply {
  status: number;
  body: Record<string, unknown> & { code?: string; title?: string; params?: { seconds?: number } };
  cookie: string | undefined;
  response: Response;
}

/** One browser: it keeps its cookie. */
export class TestBrowser {
  cookie: string | undefined;

  constructor(
    private readonly url: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  async send(method: string, path: string, body?: unknown): Promise<Reply> {
    const response = await fetch(`${this.url}/api${path}`, {
      method,
      headers: {
        ...this.headers,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie ? { cookie: this.cookie } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const setCookie = response.headers.get('set-cookie') ?? undefined;
    if (setCookie) this.cookie = setCookie.includes('Max-Age=0') ? undefined : setCookie.split(';')[0];
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: (isJson ? await response.json() : {}) as Reply['body'], cookie: setCookie, response };
  }

  signIn(login: string, typed = password, ownDevice = false): Promise<Reply> {
    return this.send('POST', '/session', { login, password: typed, ownDevice });
  }
}

interface Installation {
  url: string;
  db: Database;
  get<T>(type: Type<T>): T;
}

/** The identity domain on real services (`identityInstallation(testInstallation)`), with a few helpers to set the scene. */
export async function identityInstallation<A extends Installation>(install: (domains: Domain[], options: { http: true }) => Promise<A>) {
  const app = await install([organisation, identity], { http: true });
  return { app, ...sceneOf(app) };
}

function sceneOf(app: Installation) {
  const accounts = app.get(Accounts);
  const browser = (headers?: Record<string, string>) => new TestBrowser(app.url, headers);

  const account = async (login: string, ...grants: RoleGrant[]): Promise<number> => {
    const id = await accounts.createExternal({ displayName: `Nguyễn Văn ${login}`, login });
    await accounts.setPassword(id, password);
    for (const grant of grants) await accounts.grant(id, { ...grant, reason: 'cảnh thử' });
    return id;
  };

  const unit = async (code: string, nameVi: string, parentIds: number[] = []): Promise<number> => {
    const id = await app.db.insert('organisation_unit', {
      code, name_vi: nameVi, name_en: `Unit ${code}`, type: 'WARD', parent_id: parentIds.at(-1) ?? null, search_key: foldVietnamese(nameVi),
    });
    const ancestors = [...parentIds, id];
    await app.db.insertMany('organisation_unit_ancestor', ancestors.map((ancestor, index) => ({ unit_id: id, ancestor_id: ancestor, depth: ancestors.length - 1 - index })));
    return id;
  };

  const person = async (fullName: string, unitId: number, email: string | null = null): Promise<number> => {
    const id = await app.db.insert('organisation_person', { full_name: fullName, sort_name: givenNameKey(fullName), search_key: foldVietnamese(fullName), email });
    await app.db.insert('organisation_employment', { person_id: id, unit_id: unitId, unit_text: '' });
    return id;
  };

  return { accounts, browser, account, unit, person };
}
