import { useState } from 'react';
import { Link } from 'react-router';
import { Button, ErrorState, IconCertificateOff, Note, Person, SidePanel, Skeletons, StatusChip } from '@halong/design/web';
import { certificateKindNames, certificateRoutes, certificateStateNames, revocationGroundNames, type CertificateDetail } from '@halong/certification/contract';
import { dayOf, formatDay, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { certificateLooks } from './certificate-looks.ts';
import { say } from './certificate.texts.ts';
import { PdfLink } from './pdf-link.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';

/** One entry of the register: facts, the decision behind it, the paper, and its revocation. */
export function CertificatePanel({ id, onClose }: { id: number; onClose: () => void }) {
  const t = useTexts(say);
  const { data: found, error, refetch } = useQueryOf(certificateRoutes.get, { params: { id } });
  const [revoking, setRevoking] = useState(false);
  const foot = found && (found.can.download || found.can.revoke) && (
    <>
      <PdfLink certificate={found} size="m" />
      {found.can.revoke && <Button icon={IconCertificateOff} onClick={() => setRevoking(true)}>{t('revoke')}</Button>}
    </>
  );
  return (
    <SidePanel
      open onClose={onClose} label={t('panel', { no: found?.registerNo ?? '' })} foot={foot}
      head={found && <Person name={found.holderName} id={String(found.personId)} sub={found.registerNo} />}
    >
      {error && !found && <ErrorState problem={error.problem} onRetry={() => void refetch()} />}
      {!found && !error && <Skeletons rows={4} />}
      {found && <Facts found={found} />}
      {found && revoking && <RevokeDialog found={found} onClose={() => setRevoking(false)} />}
    </SidePanel>
  );
}

function Facts({ found }: { found: CertificateDetail }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const named = (thing: { nameVi: string; nameEn: string }) => (language === 'vi' ? thing.nameVi : thing.nameEn);
  const { revocation } = found;
  return (
    <div className="col g4">
      {revocation && (
        <Note tone="act" title={t('revokedHead', { date: formatDay(dayOf(new Date(revocation.at))) })}>
          {t('revokedWhy', { ground: revocationGroundNames[revocation.ground][language], decision: revocation.decision })}
        </Note>
      )}
      <dl className="facts">
        <div><dt>{t('state')}</dt><dd><StatusChip {...certificateLooks[found.state]}>{certificateStateNames[found.state][language]}</StatusChip></dd></div>
        <div><dt>{t('kind')}</dt><dd>{certificateKindNames[found.kind][language]}</dd></div>
        <div><dt>{t('programme')}</dt><dd className="m">{language === 'vi' ? found.programme : found.programmeEn}</dd></div>
        <div><dt>{t('classification')}</dt><dd>{language === 'vi' ? found.classification : found.classificationEn}</dd></div>
        <div><dt>{t('issuedOn')}</dt><dd>{formatDay(found.issuedOn)}</dd></div>
        <div><dt>{t('institution')}</dt><dd>{named(found.institution)}</dd></div>
        <div><dt>{t('unit')}</dt><dd>{found.unitName}</dd></div>
        <div><dt>{t('class')}</dt><dd><Link to={`/classes/${found.class.id}`}>{named(found.class)}</Link> <span className="muted nw">{found.class.code}</span></dd></div>
        <div><dt>{t('recognition')}</dt><dd>{t('recognitionBy', { no: found.recognition.decisionNo, date: formatDay(found.recognition.decisionDate) })}</dd></div>
        <div><dt>{t('verifyCode')}</dt><dd><span className="tn">{found.verifyCode}</span><br /><Link to={found.verifyPath}>{t('openVerify')}</Link></dd></div>
      </dl>
    </div>
  );
}
