import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DocumentUses } from '../document/document-uses.ts';
import { materialsWorld, Sender } from '../upload/upload.testing.ts';
import type { DocumentForms, DocumentView } from '@halong/materials/contract';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { convertersFor } from './rendition.rules.ts';
import { converted, documentOf, formsOf, sample } from './rendition.testing.ts';

describe('documents in other forms', () => {
  let app: TestInstallation;
  let lan: Sender;
  let huy: Sender;
  const shown = new Set<number>();

  beforeAll(async () => {
    app = await testInstallation(materialsWorld, { background: true, http: true });
    [lan, huy] = [await Sender.signIn(app, 'lan'), await Sender.signIn(app, 'huy')];
    app.get(DocumentUses).register({ name: 'probe', mayOpen: async (_, documentId) => shown.has(documentId) });
  });
  afterAll(() => app.close());

  const get = async (sender: Sender, url: string, headers: Record<string, string> = {}) => {
    const answer = await sender.ask('GET', url, headers);
    return { status: answer.status, type: answer.headers.get('content-type'), headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) };
  };
  const view = async (sender: Sender, id: number) => JSON.parse((await get(sender, `/api/documents/${id}`)).body.toString()) as DocumentView;

  describe('a lecture in PDF', () => {
    let document: DocumentView;
    let forms: DocumentForms;
    beforeAll(async () => {
      document = await documentOf(lan, 'bai-giang-chuyen-de-09.pdf', sample('bai-giang-chuyen-de-09.pdf'));
      forms = await converted(lan, document.id);
    });

    it('becomes a picture of each page, served in parts, never sniffed and never run', async () => {
      expect(forms).toMatchObject({ rendition: { state: 'READY', percent: 100 }, missingPackages: [], can: { retry: false } });
      expect(forms.pages.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(await view(lan, document.id)).toMatchObject({ pages: 8, can: { preview: true }, renditions: [{ kind: 'PAGES', state: 'READY' }] });
      const page = await get(lan, forms.pages[2]!.url);
      expect(page).toMatchObject({ status: 200, type: 'image/jpeg' });
      expect(page.body.subarray(0, 3).toString('hex')).toBe('ffd8ff');
      expect(page.headers.get('x-content-type-options')).toBe('nosniff');
      expect(page.headers.get('content-security-policy')).toContain('sandbox');
      expect(await get(lan, forms.pages[2]!.url, { range: 'bytes=0-9' })).toMatchObject({ status: 206, body: page.body.subarray(0, 10) });
    });

    it('has addresses that nobody else can use, and no other files behind them', async () => {
      expect((await get(huy, `/api/documents/${document.id}/forms`)).status).toBe(404);
      expect((await get(huy, forms.pages[0]!.url)).status).toBe(410);
      expect((await get(lan, forms.pages[0]!.url.replace('page-1', 'page-99'))).status).toBe(404);
      const ticket = forms.pages[0]!.url.split('/')[3]!;
      expect((await get(lan, `/api/files/${ticket}`)).status).toBe(410);
      expect((await get(lan, forms.pages[0]!.url.replace(ticket, `${ticket}x`))).status).toBe(410);
    });
  });

  it('a presentation becomes pages; the notes under its slides are for those who teach', async () => {
    const document = await documentOf(lan, 'bai-giang-chuyen-de-09-trinh-chieu.pptx', sample('bai-giang-chuyen-de-09-trinh-chieu.pptx'));
    const forms = await converted(lan, document.id);
    expect(forms.rendition).toMatchObject({ state: 'READY', reason: null });
    expect(forms.pages).toHaveLength(12);
    expect(forms.pages.every(({ width, height }) => width === 1_200 && height < width)).toBe(true);
    expect(forms.notes.length).toBeGreaterThan(0);
    expect((await get(lan, forms.pdfUrl!)).body.subarray(0, 5).toString()).toBe('%PDF-');
    shown.add(document.id);
    expect((await formsOf(huy, document.id)).notes).toEqual([]);
    expect((await formsOf(huy, document.id)).pages).toHaveLength(12);
  });

  it.each([
    ['bai-giang.docx', 'bai-giang-chuyen-de-09.docx'], ['phieu-bai-tap.odt', 'Phiếu bài tập - Vẽ quy trình.odt'], ['thoi-khoa-bieu.xlsx', '../timetable-LDPX-K01.xlsx'],
  ])('%s becomes pages', async (name, file) => {
    const document = await documentOf(lan, name, sample(file));
    const forms = await converted(lan, document.id);
    expect(forms.rendition).toMatchObject({ state: 'READY', reason: null });
    expect(forms.pages.length).toBeGreaterThan(0);
  });

  it('a video becomes a stream in its qualities, never larger than it is, a sound and a picture; captions stand beside it', async () => {
    const video = await documentOf(lan, 'gioi-thieu-chuyen-de-09.mp4', sample('gioi-thieu-chuyen-de-09.mp4'));
    const captions = await documentOf(lan, 'gioi-thieu-chuyen-de-09.vi.vtt', sample('gioi-thieu-chuyen-de-09.vi.vtt'));
    const put = (sender: Sender, captionsId: number | null) => sender.ask('PUT', `/api/documents/${video.id}/captions`, { 'content-type': 'application/json' }, JSON.stringify({ language: 'vi', captionsId }));
    expect((await put(lan, captions.id)).status).toBe(204);
    expect((await put(huy, captions.id)).status).toBe(404);
    expect((await put(lan, video.id)).status).toBe(400);
    const forms = await converted(lan, video.id);
    expect(forms.rendition).toMatchObject({ state: 'READY', reason: null });
    expect(forms.stream?.heights).toEqual([240, 360]);
    expect((await view(lan, video.id)).durationMs).toBeGreaterThan(89_000);
    const master = (await get(lan, forms.stream!.url!)).body.toString();
    expect(master).toContain('RESOLUTION=640x360\nv360.m3u8');
    const near = (name: string) => forms.stream!.url!.replace('master.m3u8', name);
    const playlist = (await get(lan, near('v240.m3u8'))).body.toString();
    const [, length, from] = /#EXT-X-BYTERANGE:(\d+)@(\d+)\nv240\.ts/.exec(playlist)!;
    const part = await get(lan, near('v240.ts'), { range: `bytes=${from}-${Number(from) + Number(length) - 1}` });
    expect(part).toMatchObject({ status: 206, type: 'video/mp2t' });
    expect(part.body[0]).toBe(0x47);
    expect(await get(lan, forms.stream!.audioUrl!)).toMatchObject({ status: 200, type: 'audio/mp4' });
    expect(await get(lan, forms.stream!.posterUrl!)).toMatchObject({ status: 200, type: 'image/jpeg' });
    expect((await get(lan, forms.captions[0]!.url)).body.toString()).toContain('WEBVTT');
  });

  it('a photo is given to others without its place, however they ask', async () => {
    const photo = sample('anh-lop-hoc-co-toa-do.jpg');
    expect(photo.includes('Exif')).toBe(true);
    const document = await documentOf(lan, 'anh-lop-hoc-co-toa-do.jpg', photo);
    shown.add(document.id);
    const forms = await converted(huy, document.id);
    const link = async (sender: Sender, purpose: string) => (JSON.parse((await get(sender, `/api/documents/${document.id}/link?purpose=${purpose}`)).body.toString()) as { url: string }).url;
    const seen = [await get(huy, forms.picture!.url), await get(huy, await link(huy, 'preview')), await get(huy, await link(huy, 'download'))];
    for (const { status, body } of seen) {
      expect(status).toBe(200);
      expect(body.subarray(0, 3).toString('hex')).toBe('ffd8ff');
      expect(body.includes('Exif')).toBe(false);
    }
    expect((await get(lan, await link(lan, 'download'))).body.equals(photo)).toBe(true);
  });

  it('a video that was cut off fails with a reason in words, can be asked for again, and the original stays', async () => {
    const document = await documentOf(lan, 'bai-giang-bi-cat.mp4', sample('hostile/bai-giang-bi-cat.mp4'));
    const forms = await converted(lan, document.id);
    expect(forms).toMatchObject({ rendition: { state: 'FAILED', reason: expect.stringContaining('bị hỏng') as string }, stream: null, can: { retry: true } });
    expect((await get(lan, `/api/documents/${document.id}/link`)).status).toBe(200);
    const retry = (sender: Sender) => sender.ask('POST', `/api/documents/${document.id}/rendition-retry`);
    expect((await retry(huy)).status).toBe(404);
    expect((await retry(lan)).status).toBe(204);
    expect((await converted(lan, document.id)).rendition?.state).toBe('FAILED');
  });

  it('what needs a program that is not there waits, says which, and goes on when it has come', async () => {
    const path = process.env['PATH'];
    process.env['PATH'] = '/nowhere';
    try {
      const document = await documentOf(lan, 'bai-giang-2.pdf', sample('bai-giang-chuyen-de-09-trinh-chieu.pdf'));
      expect(convertersFor(document.kind)).toEqual(['pdftocairo']);
      expect(await formsOf(lan, document.id)).toMatchObject({ rendition: { state: 'QUEUED' }, missingPackages: ['poppler-utils'], pages: [] });
      await expect.poll(async () => (await app.db.row<{ parked: number }>('SELECT parked FROM materials_rendition WHERE document_id = ?', [document.id]))?.parked, { timeout: 30_000 }).toBe(1);
      process.env['PATH'] = path;
      const { RenditionJobs } = await import('./rendition.jobs.ts');
      await app.db.transaction(() => app.get(RenditionJobs).findUnconverted());
      expect((await converted(lan, document.id)).rendition?.state).toBe('READY');
    } finally {
      process.env['PATH'] = path;
    }
  });
});
