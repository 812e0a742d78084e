import { useState } from 'react';
import {
  Button, EmptyState, ErrorState, IconButton, IconCalendarEvent, IconCheck, IconChevronDown, IconChevronUp, IconMinus, Person, Progress, SidePanel, Skeletons, StatusText, Timeline,
  type TimelineEntry,
} from '@halong/design/web';
import { recordStatuses, recordStatusNames } from '@halong/attendance/contract';
import { outlookNames } from '@halong/completion/contract';
import { EnrolmentConditions } from '@halong/completion/web';
import { complianceRoutes, type LedgerSession, type PersonLedger } from '@halong/insights/contract';
import type { Language } from '@halong/platform/contract';
import { formatShortDay, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { outlookTones, partsOf } from './compliance-table.tsx';
import { say } from './unit.texts.ts';

interface LedgerPanelProps {
  unitId: number;
  personId: number;
  year: number | undefined;
  /** Ids of the list beside it, for the step up and down. */
  neighbours: readonly number[];
  onOpen: (personId: number | undefined) => void;
}

/** The year of one person: each class and each session behind the number. */
export function LedgerPanel({ unitId, personId, year, neighbours, onOpen }: LedgerPanelProps) {
  const t = useTexts(say);
  const { data, error, refetch } = useQueryOf(complianceRoutes.getPersonLedger, { params: { unitId, personId }, query: { year } });
  const at = neighbours.indexOf(personId);
  const previous = at > 0 ? neighbours[at - 1] : undefined;
  const next = at < 0 ? undefined : neighbours[at + 1];
  return (
    <SidePanel
      open onClose={() => onOpen(undefined)} label={t('ledger', { name: data?.person.fullName ?? '' })}
      head={data && <Person name={data.person.fullName} id={String(personId)} sub={[data.person.position, data.person.unitName].filter(Boolean).join(', ')} />}
      headActions={<>
        <IconButton icon={IconChevronUp} label={t('previousPerson')} hint="none" disabled={previous === undefined} onClick={() => onOpen(previous)} />
        <IconButton icon={IconChevronDown} label={t('nextPerson')} hint="none" disabled={next === undefined} onClick={() => onOpen(next)} />
      </>}
    >
      {error && !data && <ErrorState problem={error.problem} onRetry={() => void refetch()} />}
      {!data && !error && <Skeletons rows={4} />}
      {data && <Ledger found={data} />}
    </SidePanel>
  );
}

function Ledger({ found: { figures, classes } }: { found: PersonLedger }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { counted, onTheWay, expected, needed, outlook } = figures;
  return (
    <div className="col g5">
      <div className="col g2">
        <div className="row"><b className="lg sp">{counted}/{needed}</b><StatusText tone={outlookTones[outlook]}>{outlookNames[outlook][language]}</StatusText></div>
        <Progress size="m" label={t('personBar', { counted, onTheWay, expected, needed })} max={Math.max(needed, counted + onTheWay + expected)} parts={partsOf(figures)} />
        <p className="soft sm">{t('personBar', { counted, onTheWay, expected, needed })}</p>
      </div>
      {classes.length === 0 && <EmptyState title={t('noClasses')}>{t('noClassesWhy')}</EmptyState>}
      {classes.map((one) => (
        <section key={one.classId} className="col g2">
          <h3>{language === 'vi' ? one.nameVi : one.nameEn} <span className="muted nw">{one.code}</span></h3>
          <p className="soft sm">{t('classPeriods', { attended: one.attended, expected: one.expected })}</p>
          <Why enrolmentId={one.enrolmentId} code={one.code} />
          <Timeline label={t('sessions', { code: one.code })} entries={one.sessions.map((session) => entryOf(session, language, t))} />
        </section>
      ))}
    </div>
  );
}

/** The conditions of the class behind its periods, fetched when somebody asks. */
function Why({ enrolmentId, code }: { enrolmentId: number; code: string }) {
  const t = useTexts(say);
  const [open, setOpen] = useState(false);
  return (
    <>
      <span><Button size="s" variant="tint" aria-expanded={open} aria-label={t(open ? 'hideWhyOf' : 'whyOf', { code })} onClick={() => setOpen(!open)}>{t(open ? 'hideWhy' : 'why')}</Button></span>
      {open && <EnrolmentConditions enrolmentId={enrolmentId} reader="head" />}
    </>
  );
}

type Say = ReturnType<typeof useTexts<Parameters<typeof say>[1]>>;

function entryOf(session: LedgerSession, language: Language, t: Say): TimelineEntry {
  const status = recordStatuses.find((one) => one === session.status && one !== 'PENDING');
  const credited = t('credited', { credited: session.credited, periods: session.periods });
  const full = session.credited === session.periods;
  return {
    id: String(session.sessionId), time: formatShortDay(session.day, session.day), dateTime: session.day,
    icon: !status ? IconCalendarEvent : session.credited > 0 ? IconCheck : IconMinus, tone: !status ? 'mute' : full ? 'ok' : 'warn',
    title: t('session', { no: session.sessionNo, topic: session.topic }),
    detail: status ? `${recordStatusNames[status][language]}, ${credited}` : t('coming'),
  };
}
