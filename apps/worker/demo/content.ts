import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentKind } from '@halong/materials/contract';
import { ContentEditing, Documents, Progress } from '@halong/materials/server';
import { addDays, instantOf, type Actor } from '@halong/platform/contract';
import { Clock, Database, FileStore, inRequest } from '@halong/platform/server';
import { isLive, type PlannedClass } from './class-plan.ts';
import type { DemoWorld } from './class-steps.ts';

interface Paper {
  file: string;
  title: string;
  kind: DocumentKind;
  mediaType: string;
}

const papers: Record<'lecture' | 'slides' | 'video' | 'sheet' | 'picture', Paper> = {
  lecture: { file: 'bai-giang-chuyen-de-09.pdf', title: 'Bài giảng: xử lý hồ sơ trên Cổng dịch vụ công', kind: 'PDF', mediaType: 'application/pdf' },
  slides: { file: 'bai-giang-chuyen-de-09-trinh-chieu.pptx', title: 'Bốn bước xử lý một hồ sơ trực tuyến', kind: 'SLIDES', mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation' },
  video: { file: 'gioi-thieu-chuyen-de-09.mp4', title: 'Giới thiệu chuyên đề, bản cho mạng yếu', kind: 'VIDEO', mediaType: 'video/mp4' },
  sheet: { file: 'phieu-bai-tap-ve-quy-trinh.odt', title: 'Phiếu bài tập: vẽ quy trình ở đơn vị', kind: 'WORD', mediaType: 'application/vnd.oasis.opendocument.text' },
  picture: { file: 'so-do-quy-trinh.png', title: 'Sơ đồ quy trình một cửa', kind: 'IMAGE', mediaType: 'image/png' },
};

const goals = `<h2>Sau lớp học, anh chị làm được gì</h2><ul><li>Tiếp nhận và trả kết quả một hồ sơ trực tuyến toàn trình.</li><li>Ký số văn bản và kiểm tra chữ ký của người khác.</li>
<li>Nhận ra ba kiểu lừa đảo hay gặp ở cơ sở.</li></ul><p>Mang theo máy tính xách tay đã cài phần mềm ký số. Cần hỗ trợ thì gọi giáo vụ trước buổi đầu.</p>`;
const portal = { url: 'https://dichvucong.gov.vn', title: 'Cổng dịch vụ công quốc gia' };

type Given = Parameters<ContentEditing['add']>[2];
const always = { from: null, fromSession: null, until: null, untilSession: null };
const plain: Omit<Given, 'kind' | 'title'> = { topicKey: null, mandatory: false, downloadable: true, shared: false, sessionNo: null, window: always };

/** What the running classes have been given, and what the demo trainee has seen of it. */
export class DemoContent {
  private readonly stored = new Map<string, { id: number; bytes: number; sha256: string }>();

  constructor(
    private readonly world: DemoWorld,
    private readonly folder: string,
  ) {}

  /** Gives every class that runs its content on the day before it opened. */
  async give(classes: readonly PlannedClass[]): Promise<void> {
    for (const one of classes.filter(({ ending }) => ending === 'RUNNING')) {
      const actor = isLive(one) ? this.world.actors.giangvien : this.world.actors.giaovu;
      this.get(Clock).showHere(instantOf(addDays(one.openingDate, -1), '15:00'));
      await inRequest({ requestId: 'demo', language: 'vi', actor }, () => this.giveOne(one, actor));
      if (isLive(one)) await this.read(one);
    }
  }

  private async giveOne(one: PlannedClass, actor: Actor): Promise<void> {
    const classId = this.world.classIds.get(one.no) ?? 0;
    const add = (given: Pick<Given, 'kind' | 'title'> & Partial<Given>) => this.get(ContentEditing).add(actor, classId, { ...plain, ...given });
    const document = async (paper: Paper, more: Partial<Given> = {}) => add({ kind: 'MATERIAL', title: paper.title, documentId: await this.document(paper, actor), ...more });
    const topics = await this.topicsOf(classId);
    const of = (at: number): string | null => topics[at] ?? null;
    await add({ kind: 'PAGE', title: 'Mục tiêu và chuẩn bị', body: goals, mandatory: true });
    await add({ kind: 'LINK', ...portal, shared: true });
    await document(papers.video, { topicKey: of(0) });
    await document(papers.lecture, { topicKey: of(0), mandatory: isLive(one), shared: true });
    if (!isLive(one)) return;
    await document(papers.picture, { topicKey: of(1) });
    await document(papers.slides, { topicKey: of(2), shared: true });
    await document(papers.sheet, { topicKey: of(2), sessionNo: 3 });
    await document({ ...papers.lecture, title: 'Tài liệu đọc thêm, chỉ xem trên trang' }, { topicKey: of(3), downloadable: false });
    await document({ ...papers.slides, title: 'Bài trình chiếu buổi 5' }, { topicKey: of(4), window: { ...always, fromSession: 5 } });
  }

  /** The trainee read the page of goals, saw a third of the recording and opened the lecture. */
  private async read(one: PlannedClass): Promise<void> {
    const { hocvien } = this.world.actors;
    const classId = this.world.classIds.get(one.no) ?? 0;
    const rows = await this.get(Database).rows<{ id: number; title: string }>('SELECT id, title FROM materials_item WHERE class_id = ?', [classId]);
    const idOf = (title: string) => rows.find((row) => row.title === title)?.id ?? 0;
    const clock = this.get(Clock);
    await inRequest({ requestId: 'demo', language: 'vi', actor: hocvien }, async () => {
      clock.showHere(instantOf(one.openingDate, '20:00'));
      await this.get(Progress).visit(hocvien, classId);
      await this.see(idOf('Mục tiêu và chuẩn bị'), { pages: [1] });
      await this.see(idOf(papers.lecture.title), { pages: [1, 2, 3] });
      await this.see(idOf(papers.video.title), { ranges: [{ from: 0, to: 30 }], place: 30, durationMs: 90_000 });
    });
  }

  private async see(itemId: number, told: { pages?: number[]; ranges?: { from: number; to: number }[]; place?: number; durationMs?: number }): Promise<void> {
    const { hocvien } = this.world.actors;
    const [clock, progress, showing] = [this.get(Clock), this.get(Progress), randomUUID()];
    const batch = { showing, pages: [], ranges: [], place: 0, speed: 1, durationMs: undefined, ...told };
    await progress.report(hocvien, itemId, { ...batch, no: 0, pages: [], ranges: [] });
    clock.showHere(new Date(clock.millis() + 60_000));
    await progress.report(hocvien, itemId, { ...batch, no: 1 });
  }

  /** The file lies in the store once, however many classes have it. */
  private async document({ file, title, kind, mediaType }: Paper, owner: Actor): Promise<number> {
    const path = join(this.folder, 'materials', file);
    const stored = this.stored.get(file) ?? (await this.get(FileStore).put(createReadStream(path), { name: file, mediaType, maxBytes: (await stat(path)).size }));
    this.stored.set(file, stored);
    const documents = this.get(Documents);
    const id = await documents.add({ fileId: stored.id, ownerId: owner.accountId, purpose: 'CONTENT', name: file, kind, mediaType, bytes: stored.bytes, sha256: stored.sha256, classification: 'INTERNAL', scan: 'NONE' });
    await documents.describe(owner, id, { title });
    return id;
  }

  private async topicsOf(classId: number): Promise<string[]> {
    const rows = await this.get(Database).rows<{ id: number }>('SELECT u.id FROM catalogue_programme_unit u JOIN classes_class c ON c.programme_version_id = u.version_id WHERE c.id = ? ORDER BY u.position', [classId]);
    return rows.map(({ id }) => String(id));
  }

  private get<T>(type: abstract new (...args: never[]) => T): T {
    return this.world.app.get<T>(type as never, { strict: false });
  }
}
