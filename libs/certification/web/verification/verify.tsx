import { useParams } from 'react-router';
import { Button, ErrorState, Icon, IconCertificateOff, IconEyeOff, IconHourglass, IconQuestionMark, IconShieldCheck, Note, Skeletons, usePage, type IconType } from '@halong/design/web';
import { certificateRoutes, certificationErrors, type Verification } from '@halong/certification/contract';
import { platformErrors } from '@halong/platform/contract';
import { formatDay, formatInstant, serverTimeOf, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './verification.texts.ts';

/** What the public may know of one certificate: genuine and valid, revoked, or not known at all. */
export default function Verify() {
  const code = useParams().code ?? '';
  const t = useTexts(say);
  usePage({ crumbs: [{ label: t('title') }] });
  const { data, error, refetch, isFetching, dataUpdatedAt, errorUpdatedAt } = useQueryOf(certificateRoutes.verify, { params: { code } });
  if (error?.problem.code === platformErrors.too_many_requests.code) {
    return (
      <div className="col g4">
        <Verdict look="unknown" icon={IconHourglass} title={t('tooMany')} />
        <p>{t('tooManyWhy', { seconds: Number(error.problem.params?.seconds ?? 1) })}</p>
        <Button variant="primary" size="xl" block loading={isFetching} onClick={() => void refetch()}>{t('again')}</Button>
        <Button to="/verify" block>{t('another')}</Button>
      </div>
    );
  }
  if (error && error.problem.code !== certificationErrors.code_unknown.code) return <ErrorState centered problem={error.problem} onRetry={() => void refetch()} />;
  if (error) {
    return (
      <div className="col g4">
        <Verdict look="unknown" icon={IconQuestionMark} title={t('unknown')} at={errorUpdatedAt} />
        <p>{t('unknownWhy', { code })}</p>
        <Button to="/verify" variant="primary" size="xl" block>{t('another')}</Button>
      </div>
    );
  }
  if (!data) return <Skeletons rows={3} />;
  const valid = data.status === 'VALID';
  return (
    <div className="col g4">
      <Verdict look={valid ? 'valid' : 'revoked'} icon={valid ? IconShieldCheck : IconCertificateOff} title={t(valid ? 'valid' : 'revoked')} at={dataUpdatedAt} />
      {!valid && <p>{t('revokedWhy')}</p>}
      <Facts found={data} />
      <Note tone="mute" icon={IconEyeOff}>{t('privacy')}</Note>
      <Button to="/verify" block>{t('another')}</Button>
    </div>
  );
}

function Verdict({ look, icon, title, at }: { look: 'valid' | 'revoked' | 'unknown'; icon: IconType; title: string; at?: number }) {
  const t = useTexts(say);
  return (
    <div className={`verdict ${look}`} role="status">
      <Icon of={icon} />
      <div>
        <h1>{title}</h1>
        {at !== undefined && <p>{t('checkedAt', { time: formatInstant(new Date(serverTimeOf(at)).toISOString()) })}</p>}
      </div>
    </div>
  );
}

function Facts({ found }: { found: Verification }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  return (
    <section className="sheet vlist" aria-label={t('title')}>
      <div><small>{t('holder')}</small><b>{found.name}</b>{found.birthYear !== null && <span>{t('born', { year: found.birthYear })}</span>}</div>
      <div><small>{t('programme')}</small><b>{language === 'vi' ? found.programme : found.programmeEn}</b>{language === 'en' && <span>{t('onPaper', { name: found.programme })}</span>}</div>
      <div><small>{t('number')}</small><b>{found.registerNo}</b><span>{t('issuedOn', { date: formatDay(found.issuedOn) })}</span></div>
    </section>
  );
}
