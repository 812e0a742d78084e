import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Running } from '@halong/platform/server';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { codeOf, materialsWorld, Sender, sha256 } from './upload.testing.ts';
import { UploadCollection } from './upload-collection.jobs.ts';

const samples = fileURLToPath(new URL('../../../../apps/e2e/samples/materials', import.meta.url));
const zeros = Buffer.concat([readFileSync(join(samples, 'bai-giang-chuyen-de-09.pdf')), randomBytes(6 * 1024 ** 2)]);
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

describe('an upload', () => {
  let app: TestInstallation;
  let lan: Sender;
  let huy: Sender;
  beforeAll(async () => {
    app = await testInstallation(materialsWorld, { http: true, background: true });
    [lan, huy] = [await Sender.signIn(app, 'lan'), await Sender.signIn(app, 'huy')];
  });
  afterAll(() => app.close());
  beforeEach(() => app.db.run("DELETE FROM materials_upload WHERE state = 'RECEIVING'"));

  const spoolOf = (address: string) => join(app.config.DATA_DIR, 'uploads', address.split('/').at(-1)!);
  const begun = async (name: string, bytes: number, declared = {}) => (await lan.begin(name, bytes, declared)).headers.get('location')!;

  it('becomes a document with the hash that the sender can count too', async () => {
    const receipt = await lan.checked(await lan.upload('Bài giảng 09.pdf', zeros));
    expect(receipt).toMatchObject({ state: 'READY', sha256: sha256(zeros), bytes: zeros.length, received: zeros.length, refusal: null });
    expect(receipt.document).toMatchObject({ kind: 'PDF', title: 'Bài giảng 09', classification: 'INTERNAL', can: { download: true, preview: true, edit: true } });
    const link = (await (await lan.ask('GET', `/api/documents/${receipt.document!.id}/link`)).json()) as { url: string };
    const whole = await lan.ask('GET', link.url);
    expect([sha256(Buffer.from(await whole.arrayBuffer())), whole.headers.get('content-disposition')]).toEqual([sha256(zeros), "attachment; filename*=UTF-8''B%C3%A0i%20gi%E1%BA%A3ng%2009.pdf"]);
    const part = await lan.ask('GET', link.url, { range: 'bytes=0-3' });
    expect([part.status, await part.text(), part.headers.get('x-content-type-options')]).toEqual([206, '%PDF', 'nosniff']);
    expect(await codeOf(await huy.ask('GET', link.url))).toBe('410 materials.link_over');
    expect(await codeOf(await huy.ask('GET', `/api/documents/${receipt.document!.id}`))).toBe('404 materials.document_not_found');
  });

  it('cut ten times goes on from where it was, and sends nothing twice that has arrived', async () => {
    const address = await begun('video.pdf', zeros.length);
    const chunk = 600_000;
    let [sent, cuts] = [0, 0];
    for (let offset = 0; offset < zeros.length; offset = await lan.offset(address)) {
      const piece = zeros.subarray(offset, offset + chunk);
      const cut = cuts < 10;
      sent += cut ? Math.floor(piece.length / 2) : piece.length;
      if (!cut) await lan.send(address, offset, piece);
      else await cutInTheMiddle(lan, address, offset, piece);
      cuts += 1;
    }
    expect(sent - zeros.length).toBeLessThanOrEqual(10 * chunk);
    expect(await lan.checked(address)).toMatchObject({ state: 'READY', sha256: sha256(zeros) });
  }, 60_000);

  it('survives a restart of the server in the middle', async () => {
    const address = await begun('giua-chung.pdf', zeros.length);
    const other: Running & { url?: string } = await openApi({ name: 'second', config: app.config, domains: materialsWorld });
    await (other.app as unknown as { listen(port: number, host: string): Promise<void> }).listen(0, '127.0.0.1');
    const there = lan.at(await (other.app as unknown as { getUrl(): Promise<string> }).getUrl());
    await there.send(address, 0, zeros.subarray(0, 1_000_000));
    await other.close();
    expect(await lan.offset(address)).toBe(1_000_000);
    await lan.send(address, 1_000_000, zeros.subarray(1_000_000));
    expect(await lan.checked(address)).toMatchObject({ state: 'READY', sha256: sha256(zeros) });
  });

  it('that was whole when the process ended is found whole by whoever asks', async () => {
    const address = await begun('tron-ven.txt', 5);
    writeFileSync(spoolOf(address), 'xin12');
    expect(await lan.offset(address)).toBe(5);
    expect(await lan.checked(address)).toMatchObject({ state: 'READY', sha256: sha256(Buffer.from('xin12')) });
  });

  it('belongs to one account', async () => {
    const address = await begun('rieng.txt', 10);
    expect(address).toMatch(/^\/api\/uploads\/[0-9a-f]{32}$/);
    expect(await huy.offset(address)).toBe(-404);
    expect(await codeOf(await huy.send(address, 0, Buffer.from('x')))).toBe('404 materials.upload_not_found');
    expect(await codeOf(await huy.ask('DELETE', address))).toBe('404 materials.upload_not_found');
    expect(await codeOf(await huy.ask('GET', `${address}/receipt`))).toBe('404 materials.upload_not_found');
    expect(await lan.offset(address)).toBe(0);
    expect((await lan.ask('DELETE', address)).status).toBe(204);
    expect([await lan.offset(address), existsSync(spoolOf(address))]).toEqual([-404, false]);
  });

  it('is refused before a byte is sent when it could never be taken', async () => {
    expect(await codeOf(await lan.begin('trong.docx', 0))).toBe('400 materials.empty_file');
    expect(await codeOf(await lan.begin('trang.html', 10))).toBe('400 materials.type_not_taken');
    expect(await codeOf(await lan.begin('to.mp4', 3 * 1024 ** 3))).toBe('413 materials.too_big');
    for (const classification of ['', 'SECRET', 'TOP_SECRET']) expect(await codeOf(await lan.begin('mat.pdf', 10, { classification }))).toBe('400 materials.no_classification');
    expect(await codeOf(await lan.begin('lop.pdf', 10, { classId: '999' }))).toBe('404 platform.not_found');
    await app.db.insert('materials_upload_limit', { scope: `account:${lan.accountId}`, account_id: lan.accountId, max_bytes: 100, open_uploads: 1 });
    expect((await (await lan.ask('GET', '/api/upload-terms')).json()) as object).toMatchObject({ maxBytes: 100, classifications: ['PUBLIC', 'INTERNAL'] });
    expect(await codeOf(await lan.begin('to.txt', 101))).toBe('413 materials.too_big');
    expect((await lan.begin('vua.txt', 100)).status).toBe(201);
    expect(await codeOf(await lan.begin('them.txt', 100))).toBe('409 materials.too_many_open');
    await app.db.run('DELETE FROM materials_upload_limit WHERE account_id IS NOT NULL');
  });

  it('takes exactly the announced bytes, in order', async () => {
    const address = await begun('thu-tu.txt', 10);
    expect(await codeOf(await lan.send(address, 5, Buffer.from('x')))).toBe('409 materials.wrong_offset');
    expect(await codeOf(await lan.send(address, 0, Buffer.from('x'.repeat(11))))).toBe('413 platform.too_large');
    expect(await codeOf(await lan.ask('PATCH', address, { 'upload-offset': '0', 'content-type': 'application/octet-stream' }, 'x'))).toBe('400 materials.not_tus');
    expect(await codeOf(await lan.ask('PATCH', address, { 'tus-resumable': '0.2.2', 'upload-offset': '0' }))).toBe('400 materials.not_tus');
    expect((await lan.send(address, 0, Buffer.from('0123456789'))).status).toBe(204);
    expect(await codeOf(await lan.send(address, 10, Buffer.from('x')))).toBe('409 materials.upload_closed');
    expect((await lan.ask('OPTIONS', '/api/uploads')).headers.get('tus-extension')).toContain('creation');
  });

  it('has one writer: the second waits for the first and goes on from there', async () => {
    const address = await begun('hai-the.txt', 20);
    let more: (text?: string) => void = () => undefined;
    const slow = new ReadableStream({ start: (controller) => {
      more = (text) => (text === undefined ? controller.close() : controller.enqueue(Buffer.from(text)));
    } });
    const first = lan.send(address, 0, slow).then(({ status }) => status, () => 0);
    more('0123456789');
    while (readFileSync(spoolOf(address)).length < 10) await sleep(20);
    const offset = await lan.offset(address);
    expect(offset).toBe(10);
    more('LATE');
    expect((await lan.send(address, 10, Buffer.from('abcdefghij'))).status).toBe(204);
    more();
    await first;
    const receipt = await lan.checked(address);
    expect(receipt).toMatchObject({ state: 'READY', sha256: sha256(Buffer.from('0123456789abcdefghij')) });
  });

  it('says honestly that the disk is full, and goes on when there is room', async () => {
    const address = await begun('day.txt', 8);
    rmSync(spoolOf(address));
    symlinkSync('/dev/full', spoolOf(address));
    expect(await codeOf(await lan.send(address, 0, Buffer.from('12345678')))).toBe('507 platform.no_space');
    expect(await lan.offset(address)).toBe(0);
    rmSync(spoolOf(address));
    closeSync(openSync(spoolOf(address), 'w'));
    const reserve = app.config.STORAGE_RESERVE_MB;
    app.config.STORAGE_RESERVE_MB = 2 ** 40;
    expect(await codeOf(await lan.send(address, 0, Buffer.from('12345678')))).toBe('507 platform.no_space');
    expect(await codeOf(await lan.begin('nua.txt', 8))).toBe('507 platform.no_space');
    app.config.STORAGE_RESERVE_MB = reserve;
    expect((await lan.send(address, 0, Buffer.from('12345678'))).status).toBe(204);
    expect((await lan.checked(address)).state).toBe('READY');
  });

  it('of a hostile file ends as a refusal in words, and nothing of it stays', async () => {
    const address = await lan.upload('bao-cao-quy-3.pdf', readFileSync(join(samples, 'hostile/bao-cao-quy-3.pdf')));
    const receipt = await lan.checked(address);
    expect(receipt).toMatchObject({ state: 'REFUSED', document: null, refusal: { code: 'materials.content_differs' } });
    expect(receipt.refusal?.text).toContain('bao-cao-quy-3.pdf');
    expect(existsSync(spoolOf(address))).toBe(false);
    expect(await lan.checked(await lan.upload('eicar.txt', Buffer.from(eicar)))).toMatchObject({ state: 'READY', document: { mediaType: 'text/plain; charset=utf-8' } });
  });

  it('is dropped a day after the last byte, and what has no row too', async () => {
    const address = await begun('bo-do.txt', 10);
    await lan.send(address, 0, Buffer.from('12345'));
    const now = app.clock.now();
    await app.db.run('UPDATE materials_upload SET expires_at = ? WHERE token = ?', [now, address.split('/').at(-1)!]);
    expect(await lan.offset(address)).toBe(-410);
    await app.get(UploadCollection).collect();
    expect([await lan.offset(address), existsSync(spoolOf(address))]).toEqual([-404, false]);
  });

  describe('with a virus scanner', () => {
    let clamd: Server;
    beforeAll(async () => {
      clamd = fakeFreeScanner();
      await new Promise<void>((done) => void clamd.listen(0, '127.0.0.1', done));
      app.config.CLAMD_URL = `tcp://127.0.0.1:${(clamd.address() as { port: number }).port}`;
    });
    afterAll(() => {
      clamd.close();
      delete app.config.CLAMD_URL;
    });

    it('blocks what it finds and lets the rest through', async () => {
      expect(await lan.checked(await lan.upload('eicar.txt', Buffer.from(eicar)))).toMatchObject({ state: 'REFUSED', refusal: { code: 'materials.infected' } });
      const pdf = Buffer.from(`%PDF-1.7\n${eicar}`);
      expect(await lan.checked(await lan.upload('eicar.pdf', pdf))).toMatchObject({ state: 'REFUSED', refusal: { code: 'materials.infected' } });
      const clean = await lan.checked(await lan.upload('sach.pdf', zeros));
      expect([clean.state, await app.db.row('SELECT scan FROM materials_document WHERE id = ?', [clean.document!.id])]).toEqual(['READY', { scan: 'CLEAN' }]);
    });
  });
});

/** Sends half of a piece and hangs up; waits until the server has noticed. */
async function cutInTheMiddle(sender: Sender, address: string, offset: number, piece: Buffer): Promise<void> {
  const line = new AbortController();
  const half = piece.subarray(0, Math.floor(piece.length / 2));
  const body = new ReadableStream({ start: (controller) => controller.enqueue(half) });
  const sent = sender.send(address, offset, body, line.signal).catch(() => undefined);
  await sleep(60);
  line.abort();
  await sent;
}

/** Speaks the protocol of clamd and knows one virus: the test string that every scanner knows. */
function fakeFreeScanner(): Server {
  return createServer((socket) => {
    let heard = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (part: Buffer) => {
      heard = Buffer.concat([heard, part]);
      if (heard.toString('latin1').startsWith('zPING')) return void socket.end('PONG\0');
      if (!heard.subarray(-4).equals(Buffer.alloc(4))) return;
      socket.end(heard.includes('EICAR-STANDARD-ANTIVIRUS-TEST-FILE') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
    });
  });
}
