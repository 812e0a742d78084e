import type { ReactNode } from 'react';
import { EmptyState, Sheet, StatusText } from '@halong/design/web';
import { certificateKindNames, certificateStateNames, revocationGroundNames, type CertificateItem } from '@halong/certification/contract';
import { certificateLooks, PdfLink } from '@halong/certification/web';
import { dayOf, formatDay, useLanguage, useTexts } from '@halong/platform/web';
import { say } from './record.texts.ts';

/** What no longer holds stays readable, and struck. */
const Words = ({ struck, children }: { struck: boolean; children: ReactNode }) => (struck ? <del className="muted">{children}</del> : children);

/** Every certificate I hold, with its paper; a revoked one with when, why and by which decision. */
export function MyCertificates({ certificates }: { certificates: readonly CertificateItem[] }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  return (
    <Sheet title={t('certificates')}>
      {certificates.length === 0 ? <EmptyState title={t('noCertificates')}>{t('noCertificatesWhy')}</EmptyState> : (
        <ul className="col g4">
          {certificates.map((one) => (
            <li key={one.id} className="col g2">
              <Words struck={one.revocation !== null}>
                <p className="m">{language === 'vi' ? one.class.nameVi : one.class.nameEn}</p>
                <p className="soft sm">{t('issued', { kind: certificateKindNames[one.kind][language], no: one.registerNo, date: formatDay(one.issuedOn) })}</p>
              </Words>
              {one.revocation && (
                <p className="sm">{t('revoked', { date: formatDay(dayOf(new Date(one.revocation.at))), ground: revocationGroundNames[one.revocation.ground][language], decision: one.revocation.decision })}</p>
              )}
              <div className="row wrap">
                <StatusText {...certificateLooks[one.state]}>{certificateStateNames[one.state][language]}</StatusText>
                <span className="sp" />
                <PdfLink certificate={one} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}
