import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Note } from '@halong/design/web';
import type { ClassSession } from '@halong/classes/contract';
import { formatLongDay, useLanguage, useTexts } from '@halong/platform/web';
import { named, runOf } from '../naming.ts';
import { lecturersOf, ModeText, placeOf, SessionStateText, timesOf } from './session-looks.tsx';
import { say } from './session.texts.ts';

/** What, when, where, who. */
export function SessionFacts({ session, withClass = false }: { session: ClassSession; withClass?: boolean }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const place = placeOf(session, language);
  const rows: [string, ReactNode][] = [
    [t('when'), <span key="t">{formatLongDay(session.day, language)}, <span className="nw">{timesOf(session)}</span></span>],
    [t('periods'), runOf(session.periods.map((one) => one.periodNo))],
    [t('where'), <span key="w" className="row wrap g2"><ModeText mode={session.mode} />{place && <span>{place}</span>}</span>],
    [t('who'), lecturersOf(session) || <span key="n" className="warn-t">{t('noLecturer')}</span>],
    [t('state'), <SessionStateText key="s" state={session.state} />],
  ];
  if (withClass) rows.push([t('class'), <Link key="c" to={`/classes/${session.classId}`}>{named({ nameVi: session.classNameVi, nameEn: session.classNameEn }, language)}</Link>]);
  return (
    <div className="col g3">
      <dl className="facts">{rows.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      {session.stateReason && <Note tone="warn">{t('whyState', { reason: session.stateReason })}</Note>}
    </div>
  );
}
