import { z } from 'zod';
import { job } from '../events/event.ts';

export const mailMessages = {
  deliverMail: job('platform.deliver_mail', z.object({ mailId: z.number().int() }), { ownTransaction: true, unhurried: true }),
};
