import { useState } from 'react';
import { Button, Dialog, IconButton, IconPlus, IconTrash, Note, SelectField, StatusText, TextField, toast } from '@halong/design/web';
import { programmeRoutes, programmeUnitKindNames, programmeUnitKinds, type ProgrammeDetail, type ProgrammeUnitKind, type ProgrammeVersion } from '@halong/catalogue/contract';
import { formatNumber, useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { say } from './programme.texts.ts';
import { depthOf, draftsOf, isComplete, periodSum, topicsOf, withNew, without, type TopicDraft } from './topic-draft.rules.ts';

interface TopicsEditorProps {
  programme: ProgrammeDetail;
  version: ProgrammeVersion;
  onClose: () => void;
}

/** What is taught: parts, subjects and topics with their periods. */
export function TopicsEditor({ programme, version, onClose }: TopicsEditorProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [drafts, setDrafts] = useState<readonly TopicDraft[]>(() => draftsOf(version.units));
  const save = useMutationOf(programmeRoutes.putTopics, {
    invalidates: [programmeRoutes.getProgramme],
    onSuccess: () => {
      toast(t('topicsSaved'));
      onClose();
    },
  });
  const change = (key: number, changes: Partial<TopicDraft>) => setDrafts(drafts.map((one) => (one.key === key ? { ...one, ...changes } : one)));
  const sum = periodSum(drafts);
  const tooMany = sum > version.periods;
  const counts = { sum: formatNumber(sum, language), all: formatNumber(version.periods, language) };
  return (
    <Dialog
      open onClose={onClose} busy={save.isPending} size={900} title={t('topicsTitle', { code: programme.code, n: version.version })} lead={t('topicsLead')}
      actions={<>
        <Button onClick={onClose}>{t('keep')}</Button>
        <Button
          variant="primary" loading={save.isPending} disabled={tooMany || !isComplete(drafts)}
          onClick={() => save.mutate({ params: { id: version.id }, body: { version: programme.version, topics: topicsOf(drafts) } })}
        >{t('saveTopics', { count: drafts.length })}</Button>
      </>}
    >
      {save.error && <Note tone="act">{save.error.problem.title}</Note>}
      {drafts.map((draft) => (
        <TopicRow
          key={draft.key} draft={draft} depth={depthOf(drafts, draft)} onChange={(changes) => change(draft.key, changes)}
          onAdd={() => setDrafts(withNew(drafts, draft.key))} onRemove={() => setDrafts(without(drafts, draft.key))}
        />
      ))}
      <div className="row wrap">
        <Button icon={IconPlus} onClick={() => setDrafts(withNew(drafts, null))}>{t('addTopic')}</Button>
        <span className="sp" />
        <StatusText tone={tooMany ? 'act' : 'ok'}>{t(tooMany ? 'tooManyPeriods' : 'periodsOf', counts)}</StatusText>
      </div>
    </Dialog>
  );
}

interface TopicRowProps {
  draft: TopicDraft;
  depth: number;
  onChange: (changes: Partial<TopicDraft>) => void;
  onAdd: () => void;
  onRemove: () => void;
}

function TopicRow({ draft, depth, onChange, onAdd, onRemove }: TopicRowProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  return (
    <div className="formrow topicrow" style={{ marginInlineStart: `min(${depth * 24}px, 16%)` }}>
      <SelectField
        label={t('kind')} value={draft.kind} onChange={(kind) => onChange({ kind: kind as ProgrammeUnitKind })}
        options={programmeUnitKinds.map((kind) => ({ value: kind, label: programmeUnitKindNames[kind][language] }))}
      />
      <TextField label={t('titleVi')} value={draft.titleVi} maxLength={300} onChange={(event) => onChange({ titleVi: event.currentTarget.value })} />
      <TextField label={t('titleEn')} value={draft.titleEn} maxLength={300} onChange={(event) => onChange({ titleEn: event.currentTarget.value })} />
      <TextField label={t('periods')} inputMode="numeric" value={draft.periods} maxLength={4} onChange={(event) => onChange({ periods: event.currentTarget.value.replace(/\D/g, '') })} />
      <span className="row">
        <IconButton icon={IconPlus} hint="none" label={t('addBelow', { name: draft.titleVi })} onClick={onAdd} />
        <IconButton icon={IconTrash} hint="none" label={t('removeTopic', { name: draft.titleVi })} onClick={onRemove} />
      </span>
    </div>
  );
}
