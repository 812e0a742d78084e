import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { Mailer } from './mailer.ts';
import { MailJobs } from './mail.jobs.ts';

/** A mail server that accepts everything and keeps what it was told. `refusals` messages are turned away first. */
function mailServer(refusals = 0): Promise<{ server: Server; url: string; received: string[]; commands: string[] }> {
  const received: string[] = [];
  const commands: string[] = [];
  let left = refusals;
  const server = createServer((socket) => {
    let message: string | undefined;
    let rest = '';
    socket.on('error', () => undefined);
    socket.write('220 ready\r\n');
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString()).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (message !== undefined && line !== '.') message += `${line}\n`;
        else if (message !== undefined) {
          received.push(message);
          message = undefined;
          socket.write('250 taken\r\n');
        } else {
          commands.push(line);
          if (line === 'DATA' && left > 0) {
            left -= 1;
            socket.write('451 later\r\n');
          } else if (line === 'DATA') {
            message = '';
            socket.write('354 go on\r\n');
          } else socket.write('250 yes\r\n');
        }
      }
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({ server, url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}?from=halong@quangninh.example`, received, commands }));
  });
}

describe('mail', () => {
  let app: TestInstallation;
  let servers: Server[] = [];
  beforeAll(async () => {
    app = await testInstallation([], { background: true });
  });
  afterEach(() => {
    for (const server of servers) server.close();
    servers = [];
  });
  afterAll(() => app.close());

  const send = (to: string, subject = 'Chào') => app.db.transaction(() => app.get(Mailer).send({ to, subject, text: 'Mã: 7K2M\nDòng hai' }));
  const stateOf = (id: number | undefined) => app.db.row('SELECT state, text FROM platform_mail WHERE id = ?', [id ?? 0]);
  const jobsTo = (url: string) => new MailJobs({ ...app.config, SMTP_URL: url, PUBLIC_URL: 'https://halong.example' }, app.db, app.clock);
  /** Written without asking the running job to deliver it. */
  const waiting = (to: string, subject: string) =>
    app.db.insert('platform_mail', { recipient: to, subject, text: 'Mã: 7K2M', html: null, state: 'WAITING', created_at: app.clock.now() });

  it('stays in the local inbox where there is no mail server', async () => {
    const id = await send('thu@quangninh.example');
    await app.settled();
    expect(await stateOf(id)).toEqual({ state: 'SHOWN', text: 'Mã: 7K2M\nDòng hai' });
  });

  it('is not written when the transaction fails, and needs one', async () => {
    await expect(app.get(Mailer).send({ to: 'a@x.example', subject: '', text: '' })).rejects.toThrow('inside a transaction');
    await expect(
      app.db.transaction(async () => {
        await app.get(Mailer).send({ to: 'lost@x.example', subject: 'x', text: 'x' });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await app.db.rows("SELECT id FROM platform_mail WHERE recipient = 'lost@x.example'")).toEqual([]);
    expect(await send('a@x.example\r\nBcc: b@x.example')).toBeUndefined();
  });

  it('goes out by SMTP once, with nothing smuggled into its headers, and is emptied', async () => {
    const { server, url, received, commands } = await mailServer();
    servers.push(server);
    const id = await waiting('thu@quangninh.example', 'Chào Thu\r\nBcc: everybody@x.example');
    const jobs = jobsTo(url);
    await jobs.deliver({ mailId: id });
    await jobs.deliver({ mailId: id });
    jobs.onModuleDestroy();
    expect(received).toHaveLength(1);
    const [headers = ''] = received[0]!.split('\n\n');
    expect(headers).toContain(`Message-ID: <mail-${id}@halong.example>`);
    expect(headers).toContain('From: Halong <halong@quangninh.example>');
    expect(headers).not.toMatch(/^Bcc:/m);
    expect(commands.filter((line) => line.startsWith('RCPT'))).toEqual(['RCPT TO:<thu@quangninh.example>']);
    expect(await stateOf(id)).toEqual({ state: 'SENT', text: '' });
  });

  it('waits when the mail server refuses, and goes out at the next try', async () => {
    const { server, url, received } = await mailServer(1);
    servers.push(server);
    const id = await waiting('thu@quangninh.example', 'Chào');
    const jobs = jobsTo(url);
    await expect(jobs.deliver({ mailId: id })).rejects.toThrow('451');
    expect(await stateOf(id)).toMatchObject({ state: 'WAITING' });
    await jobs.deliver({ mailId: id });
    jobs.onModuleDestroy();
    expect(received).toHaveLength(1);
    expect(await stateOf(id)).toMatchObject({ state: 'SENT' });
  });
});
