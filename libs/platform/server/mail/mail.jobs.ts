import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Clock } from '../clock/clock.ts';
import { CONFIG, type Config } from '../config/config.ts';
import { Database } from '../database/database.ts';
import { Runs } from '../events/event.ts';
import { mailMessages } from './mail.messages.ts';

const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 };

interface Waiting {
  id: number;
  recipient: string;
  subject: string;
  text: string;
  html: string | null;
}

/** Hands waiting mail to the SMTP server, or leaves it in the local inbox where there is none. */
@Injectable()
export class MailJobs implements OnModuleDestroy {
  private readonly transport: Transporter | undefined;
  private readonly from: string;
  private readonly host: string;

  constructor(
    @Inject(CONFIG) { SMTP_URL, PUBLIC_URL }: Config,
    private readonly db: Database,
    private readonly clock: Clock,
  ) {
    this.host = new URL(PUBLIC_URL).hostname;
    this.from = senderOf(SMTP_URL) ?? `halong@${this.host}`;
    this.transport = SMTP_URL ? transportTo(SMTP_URL) : undefined;
  }

  onModuleDestroy(): void {
    this.transport?.close();
  }

  /** A failure is thrown and the queue tries again; the fixed Message-ID lets mailboxes drop a second copy. */
  @Runs(mailMessages.deliverMail)
  async deliver({ mailId }: { mailId: number }): Promise<void> {
    const mail = await this.db.row<Waiting>("SELECT id, recipient, subject, text, html FROM platform_mail WHERE id = ? AND state = 'WAITING'", [mailId]);
    if (!mail) return;
    if (!this.transport) return this.finish(mail.id, 'SHOWN');
    await this.transport.sendMail({
      from: { name: 'Halong', address: this.from },
      to: { name: '', address: mail.recipient },
      subject: mail.subject,
      text: mail.text,
      ...(mail.html ? { html: mail.html } : {}),
      messageId: `<mail-${mail.id}@${this.host}>`,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    await this.finish(mail.id, 'SENT');
  }

  /** What has left is not kept: it may hold a code. */
  private async finish(id: number, state: 'SENT' | 'SHOWN'): Promise<void> {
    const emptied = state === 'SENT' ? ", text = '', html = NULL" : '';
    await this.db.run(`UPDATE platform_mail SET state = ?, done_at = ?${emptied} WHERE id = ?`, [state, this.clock.now(), id]);
  }
}

/** `?from=address` in SMTP_URL names the sender. */
function senderOf(smtpUrl: string | undefined): string | undefined {
  return smtpUrl ? (new URL(smtpUrl).searchParams.get('from') ?? undefined) : undefined;
}

function transportTo(smtpUrl: string): Transporter {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  const user = decodeURIComponent(url.username);
  return createTransport({
    pool: true,
    maxConnections: 2,
    host: url.hostname,
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    ...(user ? { auth: { user, pass: decodeURIComponent(url.password) } } : {}),
    ...limits,
  });
}
