import { useEffect, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { z } from 'zod';
import { ErrorState, PageHead, Sheet, Skeletons, StatusText, usePage, type Tone } from '@halong/design/web';
import { renditionRoutes, uploadRoutes } from '@halong/materials/contract';
import { mailRoutes } from '@halong/notifications/contract';
import { route, type ResponseOf } from '@halong/platform/contract';
import { formatTime, serverTimeOf, useQueryOf, useTexts, watchConnection } from '@halong/platform/web';
import { say } from './health.texts.ts';

const ready = route({
  method: 'GET', path: '/health/ready', summary: 'Database and Redis answer', access: 'anyone', response: z.object({ status: z.literal('ok'), database: z.boolean(), redis: z.boolean() }),
});

interface Part {
  key: 'api' | 'database' | 'redis' | 'line' | 'mail' | 'scanner' | 'converters';
  tone: Tone;
  word: string;
  /** What its absence means, and what to do. */
  gone?: ReactNode;
}

/** Which parts of this installation answer, and what it means when one does not. */
export default function Health() {
  const t = useTexts(say);
  const [line, setLine] = useState<boolean>();
  usePage({ crumbs: [{ label: t('title') }] });
  useEffect(() => watchConnection(setLine), []);
  const { data, error, refetch, dataUpdatedAt } = useQueryOf(ready, {}, { refetchMs: 10_000 });
  const mails = useQueryOf(mailRoutes.listMails, { query: { size: 20 } });
  const storage = useQueryOf(uploadRoutes.getStorageHealth, {}, { refetchMs: 10_000 });
  const conversion = useQueryOf(renditionRoutes.getConversionHealth, {}, { refetchMs: 10_000 });
  if (error) return <ErrorState centered problem={error.problem} onRetry={() => void refetch()} />;
  if (!data) return <Skeletons rows={4} />;
  const states = mails.data?.items.map((one) => one.state) ?? [];
  const mail: Part = states.includes('SHOWN')
    ? { key: 'mail', tone: 'warn', word: t('notSet'), gone: <>{t('mailGone')} <Link to="/mails">{t('openMails')}</Link></> }
    : states.includes('SENT') ? { key: 'mail', tone: 'ok', word: t('answers') } : { key: 'mail', tone: 'mute', word: t('unknown'), gone: t('mailUnknown') };
  const answers = (key: Part['key'], up: boolean, gone?: string): Part => (up ? { key, tone: 'ok', word: t('answers') } : { key, tone: 'act', word: t('missing'), gone });
  const convertersOf = ({ tools, isolated, queued, failed }: ResponseOf<typeof renditionRoutes.getConversionHealth>): Part => {
    const missing = tools.filter(({ there }) => !there);
    if (missing.length > 0) return { key: 'converters', tone: 'warn', word: t('notSet'), gone: t('convertersGone', { packages: missing.map((one) => one.package).join(' ') }) };
    const waiting = queued + failed > 0 ? [t('convertersWork', { queued, failed })] : [];
    return { key: 'converters', tone: 'ok', word: t('answers'), gone: [...waiting, ...(isolated ? [] : [t('convertersOpen')])].join(' ') || undefined };
  };
  const parts = [
    answers('api', true), answers('database', data.database), answers('redis', data.redis, t('redisGone')), ...(line === undefined ? [] : [answers('line', line, t('lineGone'))]), mail,
    ...(storage.data === undefined ? [] : [storage.data.scanner === 'NONE' ? { key: 'scanner' as const, tone: 'warn' as const, word: t('notSet'), gone: t('scannerNone') } : answers('scanner', storage.data.scannerAnswers, t('scannerGone'))]),
    ...(conversion.data === undefined ? [] : [convertersOf(conversion.data)]),
  ];
  return (
    <>
      <PageHead title={t(parts.some((one) => one.tone === 'act') ? 'partly' : 'fine')} sub={t('asked', { time: formatTime(new Date(serverTimeOf(dataUpdatedAt)).toISOString()) })} />
      <Sheet title={t('parts')}>
        <ul className="rulelist">
          {parts.map((one) => (
            <li key={one.key}>
              <span><b>{t(one.key)}</b><small>{t(`${one.key}Why`)}</small>{one.gone && <small>{one.gone}</small>}</span>
              <span className="v"><StatusText tone={one.tone}>{one.word}</StatusText></span>
            </li>
          ))}
        </ul>
      </Sheet>
    </>
  );
}
