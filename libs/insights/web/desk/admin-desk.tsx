import { Button, EmptyState, ErrorState, IconAlertTriangle, IconFileImport, IconMail, IconUserCog, NeedRow, PageHead, Sheet, Skeletons, usePage } from '@halong/design/web';
import { deskRoutes, type AdminDesk } from '@halong/insights/contract';
import { formatInstant, formatTime, serverTimeOf, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './desk.texts.ts';

type Say = ReturnType<typeof useTexts<Parameters<typeof say>[1]>>;

/** What an administrator opens in the morning: what is broken first, then lists, then accounts. */
export default function AdminDeskScreen() {
  const t = useTexts(say);
  usePage({ crumbs: [{ label: t('today') }] });
  const { data, error, refetch, dataUpdatedAt } = useQueryOf(deskRoutes.getAdminDesk, {}, { refetchMs: 30_000 });
  if (error && !data) return <ErrorState centered problem={error.problem} onRetry={() => void refetch()} />;
  if (!data) return <Skeletons rows={5} />;
  const { imports, notActivated, stuck, mailsWaiting } = data;
  const count = imports.length + [notActivated, stuck.jobs, mailsWaiting].filter((one) => one > 0).length;
  return (
    <>
      <PageHead title={count > 0 ? t('headline', { count }) : t('headlineNone')} sub={t('updated', { time: formatTime(new Date(serverTimeOf(dataUpdatedAt)).toISOString()) })} />
      <Sheet title={t('needs')} padded={false} ruled>
        {count === 0 && <EmptyState title={t('headlineNone')}>{t('adminNone')}</EmptyState>}
        {stuck.jobs > 0 && (
          <NeedRow
            icon={IconAlertTriangle} tone="act" title={t('jobs', { count: stuck.jobs })} detail={t('jobsWhy', { time: stuck.since ? formatInstant(stuck.since) : '' })}
            action={<Button size="s" to="/health">{t('jobsDo')}</Button>}
          />
        )}
        {mailsWaiting > 0 && <NeedRow icon={IconMail} tone="act" title={t('mails', { count: mailsWaiting })} detail={t('mailsWhy')} action={<Button size="s" to="/mails">{t('mailsDo')}</Button>} />}
        {imports.map((one) => (
          <NeedRow
            key={one.id} icon={IconFileImport} tone={one.state === 'FAILED' || one.toReview > 0 ? 'act' : 'warn'} title={importTitle(one, t)}
            detail={t('importWhy', { name: one.createdByName, time: formatInstant(one.createdAt) })} action={<Button size="s" to={`/imports/${one.id}`}>{t('importDo')}</Button>}
          />
        ))}
        {notActivated > 0 && (
          <NeedRow icon={IconUserCog} tone="warn" title={t('accounts', { count: notActivated })} detail={t('accountsWhy')} action={<Button size="s" to="/activation-slips">{t('accountsDo')}</Button>} />
        )}
      </Sheet>
    </>
  );
}

function importTitle({ state, toReview: count, fileName: file }: AdminDesk['imports'][number], t: Say): string {
  if (state === 'CHECKED' && count > 0) return t('importReview', { count, file });
  return t(state === 'MAPPING' ? 'importMAPPING' : state === 'FAILED' ? 'importFAILED' : 'importCHECKED', { file });
}
