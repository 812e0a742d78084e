import { lazy } from 'react';

export { certificateLooks } from './certificate/certificate-looks.ts';
export { PdfLink } from './certificate/pdf-link.tsx';

/** Screens of certification, each its own chunk. */
export const certificationScreens = {
  ClassCertificates: lazy(() => import('./certificate/class-certificates.tsx')),
  Register: lazy(() => import('./certificate/register.tsx')),
  VerifyCode: lazy(() => import('./verification/verify-code.tsx')),
  Verify: lazy(() => import('./verification/verify.tsx')),
};
