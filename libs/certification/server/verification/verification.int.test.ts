import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessment } from '@halong/assessment/server';
import { attendance } from '@halong/attendance/server';
import { catalogue } from '@halong/catalogue/server';
import { classes } from '@halong/classes/server';
import { completion } from '@halong/completion/server';
import { enrolment } from '@halong/enrolment/server';
import { identity } from '@halong/identity/server';
import { materials } from '@halong/materials/server';
import { notifications } from '@halong/notifications/server';
import { organisation } from '@halong/organisation/server';
import { defaultRuleSets } from '@halong/regulations/contract';
import { regulations } from '@halong/regulations/server';
import { classRows, fileRow, provinceRows, testInstallation, type TestInstallation } from '@halong/testing/server';
import { certification } from '../index.ts';

const code = '7K4M-92QX-3WTB';
let app: TestInstallation;

beforeAll(async () => {
  app = await testInstallation([organisation, identity, regulations, catalogue, notifications, classes, enrolment, materials, attendance, assessment, completion, certification], { http: true });
  const province = await provinceRows(app.db);
  const { classId, trainees } = await classRows(app.db, { province, code: 'XM', rules: defaultRuleSets.QLNN.rules, trainees: ['Nguyễn Thị Hoài Thu'] });
  await app.db.insert('assessment_recognition', { class_id: classId, decision_no: '12/QĐ', decision_date: '2026-11-20', signer: 'Nguyễn Đình Hưng', file_id: await fileRow(app.db, 1) });
  const content = { holder: { name: 'Nguyễn Thị Hoài Thu', born: '1989-05-04', post: 'Công chức, UBND phường Hạ Long', salutation: 'Bà' }, programme: 'Chuyên viên chính' };
  await app.db.insert('certification_certificate', {
    enrolment_id: trainees[0]!.enrolmentId, class_id: classId, institution_id: province.institutionId, year: 2026, kind: 'CC', seq: 42, register_no: '0042/2026/CC-QN-NVC',
    verify_code: code, state: 'ISSUED', content: JSON.stringify(content), issued_on: '2026-11-22',
  });
});
afterAll(() => app.close());

const ask = (path: string) => fetch(`${app.url}/api/verify/${path}`);

describe('public verification', () => {
  it('answers a stranger with six facts, whichever way the code is typed', async () => {
    for (const typed of [code, '7k4m 92qx 3wtb', '7K4M92QX3WTB']) {
      const answer = await ask(encodeURIComponent(typed));
      expect([answer.status, await answer.json()]).toEqual([200, {
        name: 'Nguyễn Thị Hoài Thu', birthYear: 1989, programme: 'Chuyên viên chính', programmeEn: expect.stringMatching(/\w/), registerNo: '0042/2026/CC-QN-NVC', issuedOn: '2026-11-22', status: 'VALID',
      }]);
    }
  });

  it('says what to do about a code that it does not know', async () => {
    const answer = await ask('0000-0000-0000');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'certification.code_unknown', title: expect.stringContaining('So lại từng ký tự') });
  });

  it('stops an address that goes on asking, and says until when', async () => {
    const statuses = new Set<number>();
    let refused: Response | undefined;
    for (let i = 0; i < 80 && !refused; i += 1) {
      const answer = await ask('0000-0000-0000');
      statuses.add(answer.status);
      if (answer.status === 429) refused = answer;
    }
    expect([...statuses]).toEqual([404, 429]);
    expect(await refused!.json()).toMatchObject({ code: 'platform.too_many_requests', params: { seconds: 1 } });
  });
});
