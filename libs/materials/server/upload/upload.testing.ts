import { createHash } from 'node:crypto';
import { sessionRoutes } from '@halong/identity/contract';
import { Accounts, identity } from '@halong/identity/server';
import { catalogue } from '@halong/catalogue/server';
import { classes } from '@halong/classes/server';
import { enrolment } from '@halong/enrolment/server';
import { materials } from '../index.ts';
import type { UploadReceipt } from '@halong/materials/contract';
import { notifications } from '@halong/notifications/server';
import { organisation } from '@halong/organisation/server';
import { regulations } from '@halong/regulations/server';
import type { TestInstallation } from '@halong/testing/server';

/** Everything that materials stands on. */
export const materialsWorld = [organisation, identity, regulations, catalogue, notifications, classes, enrolment, materials];

const password = 'thuyền nan Cửa Ông';

/** Somebody who is signed in, and the tus requests of their browser. */
export class Sender {
  private constructor(
    readonly app: TestInstallation,
    readonly accountId: number,
    private readonly cookie: string,
  ) {}

  static async signIn(app: TestInstallation, login: string): Promise<Sender> {
    const accountId = await app.db.insert('identity_account', { login, display_name: login });
    await app.get(Accounts).setPassword(accountId, password);
    const answer = await fetch(`${app.url}/api${sessionRoutes.signIn.path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ login, password }) });
    if (answer.status !== 200) throw new Error(await answer.text());
    return new Sender(app, accountId, answer.headers.get('set-cookie')!.split(';')[0]!);
  }

  /** At another process of the same installation. */
  at(url: string): Sender {
    return new Sender({ ...this.app, url }, this.accountId, this.cookie);
  }

  ask(method: string, path: string, headers: Record<string, string> = {}, body?: Buffer | string | ReadableStream, signal?: AbortSignal): Promise<Response> {
    const init = { method, headers: { cookie: this.cookie, 'tus-resumable': '1.0.0', ...headers }, ...(body === undefined ? {} : { body, duplex: 'half' }), ...(signal ? { signal } : {}) };
    return fetch(`${this.app.url}${path}`, init as RequestInit);
  }

  begin(name: string, bytes: number, declared: Record<string, string> = {}): Promise<Response> {
    const all = { name, purpose: 'CONTENT', classification: 'INTERNAL', ...declared };
    const metadata = Object.entries(all).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',');
    return this.ask('POST', '/api/uploads', { 'upload-length': String(bytes), 'upload-metadata': metadata });
  }

  send(address: string, offset: number, content: Buffer | ReadableStream, signal?: AbortSignal): Promise<Response> {
    return this.ask('PATCH', address, { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, content, signal);
  }

  async offset(address: string): Promise<number> {
    const answer = await this.ask('HEAD', address);
    return answer.status === 200 ? Number(answer.headers.get('upload-offset')) : -answer.status;
  }

  /** Begins and sends all of it. Answers the address. */
  async upload(name: string, content: Buffer, declared: Record<string, string> = {}): Promise<string> {
    const begun = await this.begin(name, content.length, declared);
    if (begun.status !== 201) throw new Error(await begun.text());
    const address = begun.headers.get('location')!;
    await this.send(address, 0, content);
    return address;
  }

  async receipt(address: string): Promise<UploadReceipt> {
    return (await (await this.ask('GET', `${address}/receipt`)).json()) as UploadReceipt;
  }

  /** The receipt after the worker has looked at it. */
  async checked(address: string): Promise<UploadReceipt> {
    await this.app.settled();
    return this.receipt(address);
  }
}

export const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** The code of a refusal. */
export const codeOf = async (answer: Response): Promise<string> => `${answer.status} ${((await answer.json()) as { code: string }).code}`;
