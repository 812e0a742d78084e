import { Controller } from '@nestjs/common';
import { mailRoutes as routes } from '@halong/notifications/contract';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { Mails } from './mail.service.ts';

@Controller()
export class MailController {
  constructor(private readonly mails: Mails) {}

  @Handle(routes.listMails)
  list({ query }: Input<typeof routes.listMails>): Answer<typeof routes.listMails> {
    return this.mails.list(query);
  }
}
