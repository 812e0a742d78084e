import { z } from 'zod';
import { day, instant, route } from '@halong/platform/contract';
import { importStates } from '@halong/organisation/contract';

const count = z.number().int();

export const adminDesk = z.object({
  day,
  /** Lists that wait for a person: columns to match, a dry run to look through, or a failure. Oldest first. */
  imports: z.array(z.object({ id: count, fileName: z.string(), state: z.enum(importStates), createdAt: instant, createdByName: z.string(), toReview: count })),
  /** Accounts that can sign in and whose owner has not chosen a password yet. */
  notActivated: count,
  /** Work in the background that should have been done minutes ago; `since` is the oldest of it. */
  stuck: z.object({ jobs: count, since: instant.nullable() }),
  /** Letters that should have left minutes ago. */
  mailsWaiting: count,
});
export type AdminDesk = z.output<typeof adminDesk>;

const classRef = { classId: count, classCode: z.string(), classNameVi: z.string(), classNameEn: z.string() };

export const certificateDesk = z.object({
  day,
  /** Classes with a recognition decision where people who are complete have no certificate. */
  toIssue: z.array(z.object({ ...classRef, ready: count, recognisedOn: day })),
  /** Papers in the making. */
  making: z.array(z.object({ ...classRef, done: count, total: count })),
});
export type CertificateDesk = z.output<typeof certificateDesk>;

const getAdminDesk = route({
  method: 'GET',
  path: '/my/admin-desk',
  summary: 'What an administrator needs now: lists to look through, accounts nobody uses yet, work that is stuck.',
  access: ['SYSTEM_ADMIN'],
  response: adminDesk,
});

const getCertificateDesk = route({
  method: 'GET',
  path: '/my/certificate-desk',
  summary: 'What a certificate officer needs now: classes whose certificates can be issued, papers in the making.',
  access: ['CERTIFICATE_OFFICER'],
  response: certificateDesk,
});

export const deskRoutes = { getAdminDesk, getCertificateDesk };
