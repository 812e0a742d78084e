import type { Telling } from '@halong/notifications/server';

/** One certificate as its notice speaks of it. */
export interface NewCertificate {
  id: number;
  registerNo: string;
  personId: number;
  classNameVi: string;
  classNameEn: string;
}

/** What the holder is told once the paper is there; told twice it is told once. */
export const issuedNotice = ({ id, registerNo, personId, classNameVi, classNameEn }: NewCertificate): Telling<'certificate_issued'> => ({
  kind: 'certificate_issued',
  params: { registerNumber: registerNo, className: { vi: classNameVi, en: classNameEn } },
  link: '/record',
  onceKey: `certificate-issued-${id}`,
  personIds: [personId],
});
