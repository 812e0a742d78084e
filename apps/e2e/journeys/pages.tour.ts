import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { Product } from '../product/product.ts';
import { api } from './api.ts';

/** Every address of the sitemap, as it stands in the routes of the web client; `*` is any that is not there. */
export const sitemap = [...readFileSync(new URL('../../web/routes.tsx', import.meta.url), 'utf8').matchAll(/<Route path="([^"]+)"/g)].map(([, path]) => path!);

export type Visitor = 'anybody' | 'hocvien' | 'giangvien' | 'giaovu' | 'thutruong' | 'daotao' | 'chungchi' | 'quantri';

const ofClass = ['', '/content', '/content/:itemId', '/timetable', '/timetable/import', '/nominations', '/trainees', '/assignments', '/assignments/new', '/assignments/:assignmentId', '/assignments/:assignmentId/edit', '/groups', '/grades', '/completion', '/certificates'].map((part) => `/classes/:id${part}`);

/** Who looks at which page: each by somebody whose work it is. The page that is not there and one that is not theirs are seen too. */
export const tour: Record<Visitor, readonly string[]> = {
  anybody: ['/sign-in', '/kich-hoat', '/verify', '/verify/:code'],
  hocvien: ['/', '/today', '/classes', '/timetable', '/record', '/assignments', '/assignments/:id', '/notifications', '/check-in', '/c/:token', '/sessions/:id/room', '/classes/:id', '/classes/:id/attendance', '/classes/:id/content', '/classes/:id/content/:itemId', '/documents/:id', '*', '/accounts'],
  giangvien: ['/marking', '/marking/:id', '/marking/:id/:code'],
  giaovu: ['/today', '/classes', '/classes/new', ...ofClass, '/sessions/:id', '/sessions/:id/attendance', '/sessions/:id/projector', '/places', '/places/:part', '/marking', '/assignments/:id/marking', '/classes/:id/rubrics'],
  thutruong: ['/unit', '/unit/nominations', '/unit/nominations/:classId/:unitId', '/unit/staff'],
  daotao: ['/overview', '/overview/units', '/programmes', '/programmes/new', '/programmes/import', '/programmes/:id', '/programmes/:id/versions/new'],
  chungchi: ['/certificates'],
  quantri: ['/imports', '/imports/:id', '/organisation', '/people', '/accounts', '/activation-slips', '/rule-sets', '/mails', '/health', '/more', '/design'],
};

/** The first thing of each kind in the demo province, as the address of its page names it. */
export interface Things {
  classId: number;
  sessionId: number;
  itemId: number;
  programmeId: number;
  importId: number;
  call: { classId: number; unitId: number };
  code: string;
  essay: { id: number; code: string };
  /** Of the class of the sessions. */
  assignmentId: number;
}

interface List<T> {
  items: T[];
}

/** Found by those who may see them. */
export async function thingsOf(product: Product, pages: Record<Exclude<Visitor, 'anybody' | 'hocvien'>, Page>): Promise<Things> {
  const ask = <T>(who: keyof typeof pages, path: string) => api<T>(pages[who], product, 'GET', path);
  const [desk, programmes, imports, calls, certificates] = await Promise.all([
    ask<{ sessions: { sessionId: number; classId: number }[] }>('giaovu', '/my/desk'),
    ask<List<{ id: number }>>('daotao', '/programmes'),
    ask<List<{ id: number }>>('quantri', '/imports'),
    ask<List<Things['call']>>('thutruong', '/my/enrolment-calls'),
    ask<List<{ id: number }>>('chungchi', '/certificates'),
  ]);
  const { items: [essay] } = await ask<List<{ id: number }>>('giangvien', '/my/marking');
  const scripts = await ask<{ nextWaiting: string }>('giangvien', `/assignments/${essay!.id}/scripts`);
  const { verifyCode } = await ask<{ verifyCode: string }>('chungchi', `/certificates/${certificates.items[0]!.id}`);
  const { classId, sessionId } = desk.sessions[0]!;
  const { loose } = await ask<{ loose: { id: number }[] }>('giaovu', `/classes/${classId}/content`);
  const { items: [work] } = await ask<List<{ id: number }>>('giaovu', `/classes/${classId}/assignments`);
  return { classId, sessionId, assignmentId: work?.id ?? essay!.id, itemId: loose[0]!.id, programmeId: programmes.items[0]!.id, importId: imports.items[0]!.id, call: calls.items[0]!, code: verifyCode, essay: { id: essay!.id, code: scripts.nextWaiting } };
}

/** The address of a page of the sitemap in this province. */
export function addressOf(pattern: string, { classId, sessionId, itemId, programmeId, importId, call, code, essay, assignmentId }: Things): string {
  if (pattern === '*') return '/khong-co-trang-nay';
  // A document that is not this person's.
  const kinds: Record<string, number> = { classes: classId, sessions: sessionId, programmes: programmeId, imports: importId, documents: 1_000_000, marking: essay.id, assignments: pattern === '/assignments/:id' ? assignmentId : essay.id };
  const values: Record<string, string | number | undefined> = { id: kinds[pattern.split('/')[1] ?? ''], classId: call.classId, unitId: call.unitId, itemId, assignmentId, code: pattern.startsWith('/marking') ? essay.code : code, token: 'ma-da-het-han', part: 'holidays' };
  return pattern.replace(/:(\w+)/g, (_, name: string) => {
    expect(values[name], `${pattern}: ${name}`).toBeDefined();
    return String(values[name]);
  });
}
