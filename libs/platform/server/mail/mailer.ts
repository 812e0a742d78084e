import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { Outbox } from '../events/outbox.ts';
import { headerText, oneAddress } from './mail-text.rules.ts';
import { mailMessages } from './mail.messages.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
}

/** Sends mail by writing it down: it leaves after the commit, and only then. */
@Injectable()
export class Mailer {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Call it inside the transaction that makes the message true.
   * @returns the id of the mail, or undefined when `to` is not one address
   */
  async send({ to, subject, text, html }: Mail): Promise<number | undefined> {
    const recipient = oneAddress(to);
    if (!recipient) return undefined;
    const mailId = await this.db.insert('platform_mail', {
      recipient, subject: headerText(subject, 200), text, html: html ?? null, state: 'WAITING', created_at: this.clock.now(),
    });
    await this.outbox.publish(mailMessages.deliverMail, { mailId });
    return mailId;
  }
}
