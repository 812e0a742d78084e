import { attendanceRoutes as routes, renderSentence, type AttendanceEvidence, type SentenceCode } from '@halong/attendance/contract';
import {
  Button, EvidenceBar, IconAlertTriangle, IconCheck, IconClockExclamation, IconDoorEnter, IconDoorExit, IconFileCheck, IconFlag, IconFlag3, IconHandStop, IconLogin2,
  IconLogout, IconPencil, IconPoint, IconScale, IconWifiOff, IconX, Note, Timeline, type IconType, type Tone,
} from '@halong/design/web';
import { dayOf, formatDay, formatTime, saveFile, useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { chartOf, gapKindOf } from './evidence-chart.rules.ts';
import { say } from './evidence.texts.ts';

/** Why: the question, then each reason as a sentence. */
export function Reasons({ evidence, level = 2 }: { evidence: AttendanceEvidence; level?: 2 | 3 }) {
  const { language } = useLanguage();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div>
      <Heading>{renderSentence(language, evidence.title)}</Heading>
      {evidence.lines.map((line, index) => <p key={index} className="soft">{renderSentence(language, line)}</p>)}
    </div>
  );
}

/** The session as a bar with its gaps. */
export function EvidencePicture({ evidence }: { evidence: AttendanceEvidence }) {
  const t = useTexts(say);
  const chart = chartOf(evidence);
  if (!chart) return null;
  const spans = (all: readonly { from: string; to: string }[]) => all.map((one) => `${formatTime(one.from)}–${formatTime(one.to)}`).join(', ') || t('none');
  const gaps = evidence.gaps.filter((one) => one.kind !== 'BEFORE_ARRIVAL');
  return (
    <EvidenceBar
      periods={chart.periods.map(({ no, ...stretch }) => ({ ...stretch, label: t('period', { no }) }))}
      present={chart.present} gaps={chart.gaps} pings={chart.pings}
      label={t('chart', { present: spans(evidence.stretches), gaps: spans(gaps) })}
      legend={{ present: t('present'), gap: t(gapKindOf(evidence.gaps) ?? 'lost'), ping: t('answered') }}
    />
  );
}

const icons: Partial<Record<SentenceCode, IconType>> = {
  SAW_CHECK_IN: IconDoorEnter, SAW_CHECK_OUT: IconDoorExit, SAW_CHECK_OUT_BY_HAND: IconDoorExit, SAW_ONLINE: IconLogin2, SAW_ONLINE_AGAIN: IconLogin2,
  SAW_LOST: IconWifiOff, SAW_ONLINE_LEFT: IconLogout, SAW_PROMPT_ANSWERED: IconHandStop, SAW_PROMPT_MISSED: IconClockExclamation, SAW_MARK: IconPencil,
  SAW_EXCUSED: IconFileCheck, SAW_PERIOD_CREDITED: IconCheck, SAW_PERIOD_REFUSED: IconX, SAW_START: IconFlag, SAW_END: IconFlag3,
};
const tones: Record<AttendanceEvidence['timeline'][number]['tone'], Tone> = { ok: 'ok', warn: 'warn', plain: 'mute' };

/** What was recorded, in order of time; documents can be opened. */
export function Records({ evidence }: { evidence: AttendanceEvidence }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { session, person, timeline } = evidence;
  if (timeline.length === 0) return <p className="muted">{t('noRecords')}</p>;
  const params = { id: session.id, enrolmentId: person.enrolmentId };
  return (
    <Timeline
      label={t('timeline')}
      entries={timeline.map(({ at, what, tone, documentFileId }, index) => ({
        id: String(index), time: formatTime(at), dateTime: at, tone: tones[tone], icon: icons[what.code] ?? (tone === 'warn' ? IconAlertTriangle : IconPoint),
        title: renderSentence(language, what),
        detail: (
          <>
            {dayOf(Date.parse(at)) !== session.day && formatDay(dayOf(Date.parse(at)))}
            {documentFileId !== null && <ExcuseDocument params={{ ...params, fileId: documentFileId }} name={String(what.params.document ?? '')} />}
          </>
        ),
      }))}
    />
  );
}

/** The document of an excuse, to be opened on one's own device. */
function ExcuseDocument({ params, name }: { params: { id: number; enrolmentId: number; fileId: number }; name: string }) {
  const t = useTexts(say);
  const fetched = useMutationOf(routes.getExcuse, { onSuccess: (file) => saveFile(file, name) });
  return (
    <>
      <Button variant="quiet" size="s" loading={fetched.isPending} onClick={() => fetched.mutate({ params })}>{t('document')}</Button>
      {fetched.error && <Note tone="act">{fetched.error.problem.title}</Note>}
    </>
  );
}

/** The rule with its version and legal basis. */
export function Rules({ evidence }: { evidence: AttendanceEvidence }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { rules, appliedRules: applied } = evidence;
  return (
    <Note tone="info" icon={IconScale} title={t('rules')}>
      {rules.map((rule) => renderSentence(language, rule)).join(' ')}{' '}
      {applied ? (
        <>
          {t('ruleSet', { name: language === 'vi' ? applied.nameVi : applied.nameEn, version: applied.version })} {t('basis', { basis: applied.legalBasis.replace(/[.\s]+$/, '') })}
        </>
      ) : t('noRules')}
    </Note>
  );
}
