import { useDeferredValue, useState } from 'react';
import {
  DataTable, EmptyState, ErrorState, IconInbox, IconMailOpened, IconSend, Note, PageHead, SearchField, Sheet, SidePanel, StatusText, usePage, type Column, type IconType, type Tone,
} from '@halong/design/web';
import { mailRoutes, type MailItem } from '@halong/notifications/contract';
import { formatInstant, formatNumber, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './mail.texts.ts';

const size = 50;
const looks: Record<MailItem['state'], { tone: Tone; icon: IconType }> = {
  WAITING: { tone: 'warn', icon: IconSend },
  SENT: { tone: 'ok', icon: IconMailOpened },
  SHOWN: { tone: 'info', icon: IconInbox },
};

/** What was written to people: the inbox of an installation without a mail server, the log of one that has it. */
export default function Mails() {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const [open, setOpen] = useState<MailItem>();
  const text = useDeferredValue(search);
  usePage({ crumbs: [{ label: t('title') }], fill: true });
  const { data, error, refetch } = useQueryOf(mailRoutes.listMails, { query: { page, size, search: text } }, { refetchMs: 10_000 });
  const columns: Column<MailItem>[] = [
    { key: 'subject', head: t('subject'), cell: (row) => row.subject },
    { key: 'recipient', head: t('recipient'), cell: (row) => row.recipient },
    { key: 'state', head: t('state'), cell: (row) => <StatusText {...looks[row.state]}>{t(row.state)}</StatusText> },
    { key: 'at', head: t('at'), align: 'right', cell: (row) => formatInstant(row.at) },
  ];
  return (
    <>
      <PageHead title={data ? t('headline', { total: formatNumber(data.total, language) }) : t('title')} sub={t('lead')} />
      {data?.items.some((one) => one.state === 'SHOWN') && <Note tone="info" title={t('noServer')}>{t('noServerWhy')}</Note>}
      <div className="row wrap g3 filters"><SearchField label={t('search')} value={search} onChange={(next) => { setSearch(next); setPage(1); }} /></div>
      <Sheet padded={false} fill>
        {error && !data ? <ErrorState problem={error.problem} onRetry={() => void refetch()} /> : (
          <DataTable
            caption={t('title')} columns={columns} rows={data?.items} rowId={(row) => String(row.id)} onOpen={setOpen} openId={open && String(open.id)}
            pages={{ page, pageSize: size, total: data?.total ?? 0, onPage: setPage }} empty={<EmptyState title={t('empty')}>{t(text ? 'emptySearch' : 'emptyWhy')}</EmptyState>}
          />
        )}
      </Sheet>
      {open && (
        <SidePanel open onClose={() => setOpen(undefined)} label={t('panel', { recipient: open.recipient })} head={<><h2>{open.subject}</h2><p className="muted sm">{open.recipient} · {formatInstant(open.at)}</p></>}>
          {open.text === null ? <p className="soft">{t('noText')}</p> : <p style={{ whiteSpace: 'pre-wrap' }}>{open.text}</p>}
        </SidePanel>
      )}
    </>
  );
}
