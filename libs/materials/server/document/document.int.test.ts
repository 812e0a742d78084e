import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '@halong/catalogue/server';
import { classes } from '@halong/classes/server';
import { enrolment } from '@halong/enrolment/server';
import { identity } from '@halong/identity/server';
import { materials } from '../index.ts';
import { materialsErrors } from '@halong/materials/contract';
import { notifications } from '@halong/notifications/server';
import { organisation } from '@halong/organisation/server';
import type { Actor } from '@halong/platform/contract';
import { FileStore } from '@halong/platform/server';
import { regulations } from '@halong/regulations/server';
import { anActor, testInstallation, type TestInstallation } from '@halong/testing/server';
import { Documents } from './document.service.ts';
import { DocumentUses } from './document-uses.ts';

describe('a stored document', () => {
  let app: TestInstallation;
  let documents: Documents;
  let owner: Actor;
  let other: Actor;
  let id: number;

  const account = async (login: string) => anActor({ accountId: await app.db.insert('identity_account', { login, display_name: login }) });
  beforeAll(async () => {
    app = await testInstallation([organisation, identity, regulations, catalogue, notifications, classes, enrolment, materials]);
    documents = app.get(Documents);
    [owner, other] = [await account('lan'), await account('huy')];
    const file = await app.get(FileStore).put(Readable.from([Buffer.from('%PDF-1.7 ')]), { name: 'Bài 1.pdf', mediaType: 'application/pdf', maxBytes: 100 });
    const of = { fileId: file.id, ownerId: owner.accountId, purpose: 'CONTENT', name: 'Bài 1.pdf', mediaType: 'application/pdf', bytes: file.bytes, sha256: file.sha256 };
    id = await documents.add({ ...of, kind: 'PDF', classification: 'PUBLIC', scan: 'NONE' });
  });
  afterAll(() => app.close());

  it('is shown with its title and the rights of who looks', async () => {
    expect((await app.as(owner, () => documents.view([id, 9_999]))).get(id)).toMatchObject({ title: 'Bài 1', kind: 'PDF', state: 'READY', can: { download: true, preview: true, edit: true } });
    expect((await app.as(other, () => documents.view([id]))).get(id)?.can.edit).toBe(false);
  });

  it('is its owner’s alone while nobody uses it', async () => {
    await expect(documents.link(id, 'download', other)).rejects.toMatchObject({ def: materialsErrors.document_not_found });
    await expect(documents.requireReady(id, { ownedBy: other.accountId })).rejects.toMatchObject({ def: materialsErrors.document_not_found });
    await expect(documents.describe(other, id, { title: 'x' })).rejects.toMatchObject({ def: materialsErrors.document_not_found });
    expect((await documents.link(id, 'download', owner)).url).toMatch(/^\/api\/files\/[\w.-]+$/);
  });

  it('opens for those to whom a use shows it, and no longer when the use says no', async () => {
    const shown = new Set<number>([other.accountId]);
    app.get(DocumentUses).register({ name: 'probe', mayOpen: async (actor, documentId) => documentId === id && shown.has(actor.accountId) });
    const ticket = (await documents.link(id, 'preview', other)).url.slice('/api/files/'.length);
    expect((await documents.behindLink(other, ticket)).row.id).toBe(id);
    await expect(documents.behindLink(owner, ticket)).rejects.toMatchObject({ def: materialsErrors.link_over });
    shown.clear();
    await expect(documents.behindLink(other, ticket)).rejects.toMatchObject({ def: materialsErrors.document_not_found });
  });

  it('has links that end by our clock', async () => {
    const { url, expiresAt } = await documents.link(id, 'download', owner, 60);
    await app.clock.moveTo(new Date(Date.parse(expiresAt) + 1_000));
    await expect(documents.behindLink(owner, url.slice('/api/files/'.length))).rejects.toMatchObject({ def: materialsErrors.link_over });
  });
});
