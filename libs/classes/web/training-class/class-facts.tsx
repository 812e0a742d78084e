import { useState } from 'react';
import { Link } from 'react-router';
import { Button, IconDownload, IconEdit, Sheet, toast } from '@halong/design/web';
import { trainingClassRoutes, type ClassDetail } from '@halong/classes/contract';
import { call, formatDay, formatNumber, ProblemError, saveFile, useLanguage, useTexts } from '@halong/platform/web';
import { dayRange, named } from '../naming.ts';
import { EditClass } from './edit-class.tsx';
import { say } from './overview.texts.ts';

/** What is planned and decided about the class, each a door to where it comes from. */
export function ClassFacts({ found }: { found: ClassDetail }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [editing, setEditing] = useState(false);
  const { programme, timetable } = found;
  const plan = timetable.sessions > 0 ? t('timetableIs', { sessions: timetable.sessions, periods: formatNumber(timetable.periods, language) }) : t('noTimetable');
  const away = timetable.periodsByMode.ONLINE + timetable.periodsByMode.BOTH;
  const rows = [
    [t('programme'), <Link key="p" to={`/programmes/${programme.id}`}>{named(programme, language)}</Link>],
    [t('periods'), formatNumber(programme.periods, language)],
    [t('host'), named(found.institution, language)],
    [t('organiser'), found.organisingUnit && named(found.organisingUnit, language)],
    [t('capacity'), t('people', { n: found.capacity })],
    [t('dates'), dayRange(found.openingDate, found.closingDate)],
    [t('deadline'), found.nominationDeadline && formatDay(found.nominationDeadline)],
    [t('timetable'), <span key="t"><Link to={`/classes/${found.id}/timetable`}>{plan}</Link>{away > 0 && <span className="soft">, {t('online', { n: away })}</span>}</span>],
  ] as const;
  return (
    <Sheet title={t('facts')} aside={found.can.edit && <Button size="s" icon={IconEdit} onClick={() => setEditing(true)}>{t('edit')}</Button>}>
      <div className="col g3">
        <dl className="facts">{rows.filter(([, value]) => value).map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
        <Decision found={found} />
      </div>
      {editing && <EditClass found={found} onClose={() => setEditing(false)} />}
    </Sheet>
  );
}

function Decision({ found }: { found: ClassDetail }) {
  const t = useTexts(say);
  const { decision } = found;
  if (!decision) return null;
  const download = async () => {
    try {
      saveFile(await call(trainingClassRoutes.getDecisionFile, { params: { id: found.id } }), decision.fileName);
    } catch (error) {
      if (error instanceof ProblemError) toast(error.problem.title);
    }
  };
  return (
    <dl className="facts">
      <div><dt>{t('decision')}</dt><dd>{decision.no}, {formatDay(decision.date)}{decision.signer && `, ${decision.signer}`}</dd></div>
      <div><dt className="vh">{decision.fileName}</dt><dd style={{ gridColumn: '1 / -1' }}><Button size="s" icon={IconDownload} onClick={() => void download()}>{t('downloadDecision')}</Button></dd></div>
    </dl>
  );
}
