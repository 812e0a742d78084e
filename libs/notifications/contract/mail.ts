import { z } from 'zod';
import { instant, pageOf, pageQuery, route } from '@halong/platform/contract';

/** WAITING leaves soon; SENT went out by SMTP; SHOWN stays here because this installation has no SMTP server. */
export const mailStates = ['WAITING', 'SENT', 'SHOWN'] as const;

export const mailItem = z.object({
  id: z.number().int(),
  recipient: z.string(),
  subject: z.string(),
  /** Null once the mail has left, and always in production: it may hold a code. */
  text: z.string().nullable(),
  state: z.enum(mailStates),
  at: instant,
});
export type MailItem = z.output<typeof mailItem>;

const listMails = route({
  method: 'GET',
  path: '/mails',
  summary: 'What was written to people, newest first: the inbox of an installation on one machine.',
  access: ['SYSTEM_ADMIN'],
  query: pageQuery,
  response: pageOf(mailItem),
});

export const mailRoutes = { listMails };
