import { Button, IconFileTypePdf, type ButtonSize } from '@halong/design/web';
import { certificateRoutes, type CertificateItem } from '@halong/certification/contract';
import { addressOf, useTexts } from '@halong/platform/web';
import { say } from './certificate.texts.ts';

/** The paper as a file; nothing as long as the server does not offer it. */
export function PdfLink({ certificate, size = 's' }: { certificate: Pick<CertificateItem, 'id' | 'registerNo' | 'state' | 'can'>; size?: ButtonSize }) {
  const t = useTexts(say);
  if (!certificate.can.download) return null;
  return (
    <Button
      size={size} icon={IconFileTypePdf} href={addressOf(certificateRoutes.getPdf, { params: { id: certificate.id } })} download
      aria-label={t('pdfOf', { no: certificate.registerNo })}
    >
      {t(certificate.state === 'REVOKED' ? 'pdfArchived' : 'pdf')}
    </Button>
  );
}
