import { Inject, Injectable } from '@nestjs/common';
import { notificationText } from '@halong/notifications/contract';
import { Clock, CONFIG, Mailer, Runs, type Config } from '@halong/platform/server';
import { notificationMessages } from '../events.ts';
import { NotificationRepository } from './notification.repository.ts';

const closing = {
  vi: 'Thư này do hệ thống gửi tự động.',
  en: 'This message was sent automatically.',
};

/** Writes the e-mails of notifications, outside the transaction of the command that told them. */
@Injectable()
export class NotificationJobs {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly notifications: NotificationRepository,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  @Runs(notificationMessages.mailNotifications)
  async mail({ notificationIds }: { notificationIds: number[] }): Promise<void> {
    const rows = await this.notifications.waitingForMail(notificationIds);
    for (const { email, language, kind, params, link } of rows) {
      const text = notificationText(language, kind, params);
      if (!email || !text) continue;
      const address = new URL(link, this.config.PUBLIC_URL).toString();
      await this.mailer.send({ to: email, subject: text.title, text: `${text.title}\n\n${text.body}\n\n${address}\n\n${closing[language]}\n` });
    }
    await this.notifications.markMailed(rows.map(({ id }) => id), this.clock.now());
  }
}
