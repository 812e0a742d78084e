import { Button, EmptyState, ErrorState, IconCertificate, IconHourglass, NeedRow, PageHead, Sheet, Skeletons, usePage } from '@halong/design/web';
import { deskRoutes } from '@halong/insights/contract';
import { formatDay, formatTime, serverTimeOf, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './desk.texts.ts';

/** What a certificate officer opens in the morning: classes to issue for, and papers in the making. */
export default function CertificateDeskScreen() {
  const t = useTexts(say);
  const { language } = useLanguage();
  usePage({ crumbs: [{ label: t('today') }] });
  const { data, error, refetch, dataUpdatedAt } = useQueryOf(deskRoutes.getCertificateDesk, {}, { refetchMs: 30_000 });
  if (error && !data) return <ErrorState centered problem={error.problem} onRetry={() => void refetch()} />;
  if (!data) return <Skeletons rows={5} />;
  const { toIssue, making } = data;
  const count = toIssue.length;
  return (
    <>
      <PageHead
        title={count > 0 ? t('headline', { count }) : t('headlineNone')} sub={t('updated', { time: formatTime(new Date(serverTimeOf(dataUpdatedAt)).toISOString()) })}
        actions={<Button to="/certificates">{t('register')}</Button>}
      />
      <Sheet title={t('needs')} padded={false} ruled>
        {count === 0 && <EmptyState title={t('headlineNone')}>{t('certificateNone')}</EmptyState>}
        {toIssue.map((one) => (
          <NeedRow
            key={one.classId} icon={IconCertificate} tone="act" title={t('issue', { count: one.ready, code: one.classCode })}
            detail={t('issueWhy', { name: language === 'vi' ? one.classNameVi : one.classNameEn, day: formatDay(one.recognisedOn) })}
            action={<Button size="s" to={`/classes/${one.classId}/certificates`}>{t('issueDo')}</Button>}
          />
        ))}
      </Sheet>
      {making.length > 0 && (
        <Sheet title={t('running')} padded={false} ruled>
          {making.map((one) => (
            <NeedRow
              key={one.classId} icon={IconHourglass} tone="info" title={t('making', { code: one.classCode, done: one.done, total: one.total })} detail={t('makingWhy')}
              action={<Button size="s" to={`/classes/${one.classId}/certificates`}>{t('makingDo')}</Button>}
            />
          ))}
        </Sheet>
      )}
    </>
  );
}
