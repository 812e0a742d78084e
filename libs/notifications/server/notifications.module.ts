import { Module } from '@nestjs/common';
import { MailController } from './mail/mail.controller.ts';
import { Mails } from './mail/mail.service.ts';
import { InboxWatch, NotificationController } from './notification/notification.controller.ts';
import { NotificationJobs } from './notification/notification.jobs.ts';
import { NotificationRepository } from './notification/notification.repository.ts';
import { Notifications } from './notification/notification.service.ts';

@Module({
  controllers: [NotificationController, MailController],
  providers: [NotificationRepository, Notifications, NotificationJobs, InboxWatch, Mails],
  exports: [Notifications],
})
export class NotificationsModule {}
