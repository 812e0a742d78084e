import { useState } from 'react';
import { Button, EmptyState, IconEdit, Note, Sheet } from '@halong/design/web';
import { programmeUnitKindNames, type ProgrammeDetail, type ProgrammeUnit, type ProgrammeVersion } from '@halong/catalogue/contract';
import { formatNumber, useLanguage, useTexts } from '@halong/platform/web';
import { say } from './programme.texts.ts';
import { draftsOf, periodSum } from './topic-draft.rules.ts';
import { TopicsEditor } from './topics-editor.tsx';

/** Parts, subjects and topics in their order, children below their parent, and their editor. */
export function TopicTree({ programme, version }: { programme: ProgrammeDetail; version: ProgrammeVersion }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [editing, setEditing] = useState(false);
  const { units } = version;
  const empty = units.length === 0;
  const sum = periodSum(draftsOf(units));
  const title = empty ? t('topics') : t('topicsHead', { count: units.length, periods: formatNumber(sum, language) });
  const action = programme.can.edit && <Button size="s" icon={IconEdit} onClick={() => setEditing(true)}>{t(empty ? 'enterTopics' : 'editTopics')}</Button>;
  return (
    <Sheet title={title} aside={action} padded={!empty}>
      {sum > version.periods && <Note tone="warn">{t('tooManyPeriods', { sum: formatNumber(sum, language), all: formatNumber(version.periods, language) })}</Note>}
      {empty ? <EmptyState title={t('topicsEmpty')}>{t('topicsEmptyWhy')}</EmptyState> : <Branch units={units} parentId={null} />}
      {editing && <TopicsEditor programme={programme} version={version} onClose={() => setEditing(false)} />}
    </Sheet>
  );
}

function Branch({ units, parentId }: { units: readonly ProgrammeUnit[]; parentId: number | null }) {
  const { language } = useLanguage();
  const t = useTexts(say);
  const here = units.filter((unit) => unit.parentId === parentId).toSorted((a, b) => a.position - b.position);
  if (here.length === 0) return null;
  return (
    <ol className="tree">
      {here.map((unit) => (
        <li key={unit.id}>
          <span className="row top">
            <span className="sp">
              {language === 'vi' ? unit.titleVi : unit.titleEn}
              {unit.kind !== 'TOPIC' && <small className="muted"> {programmeUnitKindNames[unit.kind][language]}</small>}
            </span>
            {unit.periods > 0 && <span className="muted nw">{t('periodCount', { n: unit.periods })}</span>}
          </span>
          <Branch units={units} parentId={unit.id} />
        </li>
      ))}
    </ol>
  );
}
