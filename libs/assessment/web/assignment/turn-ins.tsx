import { useState } from 'react';
import { Button, DataTable, ErrorState, Sheet, Skeletons, StatusText, type Column } from '@halong/design/web';
import { assignmentRoutes, type AssignmentDetail, type TurnInRow } from '@halong/assessment/contract';
import { formatInstant, useQueryOf, useTexts } from '@halong/platform/web';
import { say, type Say } from './assignment.texts.ts';
import { ExtensionDialog } from './extension-dialog.tsx';

/** Everybody who should submit, and who has. */
export function TurnIns({ detail }: { detail: AssignmentDetail }) {
  const t = useTexts(say);
  const [extending, setExtending] = useState<TurnInRow>();
  const { data, error, refetch } = useQueryOf(assignmentRoutes.listTurnIns, { params: { id: detail.id } });
  const { submitted, expected } = detail.counts;
  return (
    <Sheet title={`${t('turnIns')} · ${t('submittedOf', { submitted, expected })}`} padded={false}>
      {error && !data && <ErrorState problem={error.problem} onRetry={() => void refetch()} />}
      {!data && !error && <Skeletons rows={6} />}
      {data && <DataTable caption={t('turnIns')} columns={columns(t, detail, setExtending)} rows={data.items} rowId={(row) => `${row.enrolmentId ?? 'g'}-${row.groupId ?? ''}`} />}
      {extending && <ExtensionDialog detail={detail} row={extending} onClose={() => setExtending(undefined)} />}
    </Sheet>
  );
}

function columns(t: Say, { groupWork, can }: AssignmentDetail, extend: (row: TurnInRow) => void): Column<TurnInRow>[] {
  return [
    { key: 'name', head: t(groupWork ? 'groupName' : 'name'), rowHead: true, cell: ({ name }) => name },
    {
      key: 'state', head: t('state'), phone: 'plain',
      cell: ({ arrivedAt, late, lateDays }) => {
        if (arrivedAt === null) return <StatusText tone="mute">{t('notYet')}</StatusText>;
        return <StatusText tone={late ? 'warn' : 'ok'}>{late ? t('lateBy', { days: lateDays }) : t('inTime')}</StatusText>;
      },
    },
    { key: 'when', head: t('when'), phone: 'line', cell: ({ arrivedAt }) => (arrivedAt ? <span className="tn nw">{formatInstant(arrivedAt)}</span> : '–') },
    { key: 'due', head: t('dueColumn'), phone: 'line', cell: ({ dueAt, extended }) => <><span className="tn nw">{formatInstant(dueAt)}</span>{extended && <span className="xs muted"> {t('extended')}</span>}</> },
    ...(can.override ? [{ key: 'extend', head: t('extend'), headHidden: true, actions: true, cell: (row: TurnInRow) => <Button size="s" aria-label={t('extendFor', { name: row.name })} onClick={() => extend(row)}>{t('extend')}</Button> }] : []),
  ];
}
