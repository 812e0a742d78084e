import { Link } from 'react-router';
import type { HeldSession, SessionMark, TraineeAbsence } from '@halong/attendance/contract';
import { EmptyState, Person } from '@halong/design/web';
import { formatDay, formatTime, useTexts } from '@halong/platform/web';
import { say } from './session-grid.texts.ts';

type Mark = TraineeAbsence['marks'][number];
interface Props {
  sessions: readonly HeldSession[];
  trainees: readonly TraineeAbsence[];
}

/** Looks of the cells that stand for periods everywhere: filled = counted, hollow = not, amber = look at it, dashed = to come. */
const faces: Record<SessionMark, string | undefined> = { ALL: undefined, SOME: 'h', NONE: 'n', EXCUSED: 'n', TO_DECIDE: 'h', COMING: 'u' };
const shown: readonly SessionMark[] = ['ALL', 'SOME', 'NONE', 'EXCUSED', 'TO_DECIDE', 'COMING'];
const dayOf = ({ day }: HeldSession) => formatDay(day).slice(0, 5);
const attendanceOf = ({ id }: HeldSession) => `/sessions/${id}/attendance`;

/** Sessions × trainees: a grid on a desk, on a phone what each trainee missed. Every session leads to its own list. */
export function SessionGrid({ sessions, trainees }: Props) {
  const t = useTexts(say);
  if (sessions.length === 0) return <EmptyState title={t('noSessions')}>{t('noSessionsWhy')}</EmptyState>;
  return (
    <>
      <Legend />
      <div className="deskonly"><Grid sessions={sessions} trainees={trainees} /></div>
      <div className="phoneonly"><Missed sessions={sessions} trainees={trainees} /></div>
    </>
  );
}

function Grid({ sessions, trainees }: Props) {
  const t = useTexts(say);
  return (
    <div className="tblframe" tabIndex={0} role="region" aria-label={t('grid')}>
      <table className="tbl dense wide sessiongrid">
        <caption className="vh">{t('grid')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('trainee')}</th>
            {sessions.map((one) => (
              <th key={one.id} scope="col" className="c">
                <Link to={attendanceOf(one)} aria-label={t('openSession', { day: dayOf(one), time: formatTime(one.startsAt) })}>{dayOf(one)}<small className="block">{formatTime(one.startsAt)}</small></Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trainees.map(({ enrolmentId, fullName, unitName, marks }) => (
            <tr key={enrolmentId}>
              <th scope="row"><Person withAvatar={false} name={fullName} id={String(enrolmentId)} sub={unitName} /></th>
              {marks.map((mark, at) => <td key={sessions[at]?.id} className="c"><Cell {...mark} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The sign alone, for the eye. */
function Face({ mark, credited }: Pick<Mark, 'mark' | 'credited'>) {
  const t = useTexts(say);
  const signs: Record<SessionMark, string | number> = { ALL: credited, SOME: credited, NONE: '–', EXCUSED: t('excusedSign'), TO_DECIDE: '?', COMING: '·' };
  return <i className={faces[mark]} aria-hidden>{signs[mark]}</i>;
}

function Cell({ mark, credited, total }: Mark) {
  const t = useTexts(say);
  return (
    <span className="pd one" title={t(mark, { credited, total })}>
      <Face mark={mark} credited={credited} />
      <span className="vh">{t(mark, { credited, total })}</span>
    </span>
  );
}

/** What the cells mean, for those who see them. */
function Legend() {
  const t = useTexts(say);
  const words: Record<SessionMark, string> = { ALL: t('keyAll'), SOME: t('keySome'), NONE: t('NONE'), EXCUSED: t('EXCUSED'), TO_DECIDE: t('TO_DECIDE'), COMING: t('COMING') };
  return (
    <div className="legend deskonly gridkey" aria-hidden>
      {shown.map((mark) => <span key={mark}><span className="pd one"><Face mark={mark} credited={mark === 'ALL' ? 4 : 2} /></span>{words[mark]}</span>)}
    </div>
  );
}

/** For a narrow screen: each trainee with the sessions that are not complete. */
function Missed({ sessions, trainees }: Props) {
  const t = useTexts(say);
  return (
    <ul className="missed">
      {trainees.map(({ enrolmentId, fullName, unitName, marks }) => {
        const open = marks.flatMap((mark, at) => (mark.mark === 'ALL' || mark.mark === 'COMING' || !sessions[at] ? [] : [{ ...mark, session: sessions[at] }]));
        return (
          <li key={enrolmentId}>
            <Person withAvatar={false} name={fullName} id={String(enrolmentId)} sub={unitName} />
            {open.length === 0 && <span className="soft">{t('nothing')}</span>}
            {open.map(({ session, mark, credited, total }) => (
              <Link key={session.id} to={attendanceOf(session)} className={mark === 'TO_DECIDE' ? 'act-t' : undefined}>
                {t('at', { day: dayOf(session), time: formatTime(session.startsAt), mark: t(mark, { credited, total }) })}
              </Link>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
