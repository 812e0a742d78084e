import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identity } from '@halong/identity/server';
import { organisation } from '@halong/organisation/server';
import { givenNameKey, type Actor } from '@halong/platform/contract';
import { anActor, testInstallation, type TestInstallation } from '@halong/testing/server';
import { Mails } from '../mail/mail.service.ts';
import { notifications } from '../index.ts';
import { NotificationJobs } from './notification.jobs.ts';
import { Notifications, type Telling } from './notification.service.ts';

describe('telling people', () => {
  let app: TestInstallation;
  let service: Notifications;
  beforeAll(async () => {
    app = await testInstallation([organisation, identity, notifications], { background: true });
    service = app.get(Notifications);
  });
  afterAll(() => app.close());

  const aPerson = (fullName: string, email: string | null = null) =>
    app.db.insert('organisation_person', { full_name: fullName, sort_name: givenNameKey(fullName), search_key: fullName.toLowerCase(), email });
  const actorOf = (personId: number | null): Actor => anActor({ personId });
  const telling = (personIds: number[], onceKey: string): Telling<'certificate_issued'> => ({
    kind: 'certificate_issued', params: { registerNumber: 'QN-01/2026', className: { vi: 'Lãnh đạo cấp phòng', en: 'Division leaders' } }, link: '/certificates/1', onceKey, personIds,
  });
  const tell = (personIds: number[], onceKey: string) => app.db.transaction(() => service.tell(telling(personIds, onceKey)));
  const newest = async (personId: number) => (await service.listMine(actorOf(personId), { unread: false, page: 1, size: 50 })).items;

  it('reaches everybody once, however often it is told', async () => {
    const [one, two] = [await aPerson('Nguyễn Thị Hoài Thu'), await aPerson('Trần Đức Minh')];
    await Promise.all(Array.from({ length: 8 }, () => tell([one, two, two], 'certificate-1')));
    for (const person of [one, two]) {
      expect(await service.countMine(actorOf(person))).toEqual({ unread: 1 });
      expect((await newest(person))[0]).toMatchObject({ kind: 'certificate_issued', params: { registerNumber: 'QN-01/2026', className: { en: 'Division leaders' } }, link: '/certificates/1', readAt: null });
    }
  });

  it('stands only if the fact does', async () => {
    const person = await aPerson('Đỗ Ngọc Lan');
    const undone = app.db.transaction(async () => {
      await service.tell(telling([person], 'certificate-2'));
      throw new Error('the fact did not happen');
    });
    await expect(undone).rejects.toThrow('the fact did not happen');
    expect(await newest(person)).toEqual([]);
    await expect(service.tell(telling([person], 'certificate-2'))).rejects.toThrow('inside a transaction');
  });

  it('writes each e-mail once, in the language of the account', async () => {
    const [reader, quiet, left] = [await aPerson('Lê Thu Hằng'), await aPerson('Phạm Quang Huy'), await aPerson('Vũ Hải Yến', 'yen@quangninh.example')];
    await app.db.insert('identity_account', { login: 'hang', display_name: 'Lê Thu Hằng', person_id: reader, email: 'hang@quangninh.example', language: 'en' });
    await app.db.insert('identity_account', { login: 'yen', display_name: 'Vũ Hải Yến', person_id: left, disabled_at: new Date() });
    await tell([reader, quiet, left], 'certificate-3');
    await tell([reader], 'certificate-3');
    await app.settled();
    const ids = (await app.db.rows<{ id: number }>('SELECT id FROM notifications_notification')).map(({ id }) => id);
    await app.db.transaction(() => app.get(NotificationJobs).mail({ notificationIds: ids }));
    const { items, total } = await app.get(Mails).list({ page: 1, size: 50, search: '' });
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({ recipient: 'hang@quangninh.example', subject: 'Certificate no. QN-01/2026 is issued', state: 'SHOWN' });
    expect(items[0]?.text).toContain(`${app.config.PUBLIC_URL}/certificates/1`);
  });

  it('finds the person behind an account', async () => {
    const person = await aPerson('Bùi Gia Tuấn');
    const account = await app.db.insert('identity_account', { login: 'tuan', display_name: 'Bùi Gia Tuấn', person_id: person });
    await app.db.transaction(() => service.tell({ ...telling([], 'certificate-4'), accountIds: [account] }));
    expect(await newest(person)).toHaveLength(1);
  });

  it('marks as read only what is one’s own', async () => {
    const [mine, other] = [await aPerson('Cao Hồng Hà'), await aPerson('Vi Thị Minh Ngân')];
    await tell([mine, other], 'certificate-5');
    await tell([mine], 'certificate-6');
    const [second, first] = await newest(mine);
    const [foreign] = await newest(other);
    expect(await service.readMine(actorOf(mine), [first!.id, foreign!.id])).toEqual({ unread: 1 });
    expect(await service.countMine(actorOf(other))).toEqual({ unread: 1 });
    expect((await service.listMine(actorOf(mine), { unread: true, page: 1, size: 50 })).items.map(({ id }) => id)).toEqual([second!.id]);
    expect(await service.readMine(actorOf(mine), 'all')).toEqual({ unread: 0 });
    expect(await service.readMine(actorOf(mine), 'all')).toEqual({ unread: 0 });
    expect(await service.readMine(actorOf(null), 'all')).toEqual({ unread: 0 });
  });
});
