import { useState } from 'react';
import { useParams } from 'react-router';
import { Button, ErrorState, IconEdit, IconPlus, Note, PageHead, SelectField, Sheet, Skeletons, usePage } from '@halong/design/web';
import {
  deliveryModeNames, programmeAuthorityNames, programmeCredentialNames, programmeRoutes, type ProgrammeDetail, type ProgrammeVersion,
} from '@halong/catalogue/contract';
import { formatDay, formatNumber, formatPercent, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { defaultRuleSets } from '@halong/regulations/contract';
import { ComponentsEditor } from './components-editor.tsx';
import { HeadEditor } from './head-editor.tsx';
import { named } from './naming.ts';
import { say } from './programme.texts.ts';
import { TargetGroupEditor } from './target-group-editor.tsx';
import { TargetGroupView } from './target-group-view.tsx';
import { TopicTree } from './topic-tree.tsx';

/** One programme: what each version demands, teaches, grades, and for whom. */
export default function Programme() {
  const t = useTexts(say);
  const id = Number(useParams().id);
  const { language } = useLanguage();
  const [versionId, setVersionId] = useState<number>();
  const [editing, setEditing] = useState(false);
  const { data, error, refetch } = useQueryOf(programmeRoutes.getProgramme, { params: { id } });
  usePage({ crumbs: [{ label: t('title'), to: '/programmes' }, { label: data?.code ?? '…' }] });
  if (error && !data) return <ErrorState problem={error.problem} onRetry={() => void refetch()} centered />;
  const shown = data?.versions.find((one) => one.id === versionId) ?? data?.versions[0];
  if (!data || !shown) return <Skeletons rows={6} />;
  return (
    <>
      <PageHead
        title={named(data, language)}
        sub={`${data.code} · ${named(defaultRuleSets[data.category], language)} · ${t('periodCount', { n: formatNumber(shown.periods, language) })}`}
        actions={<>
          {data.versions.length > 1 && (<SelectField
            compact label={t('version')} labelHidden value={String(shown.id)} onChange={(next) => setVersionId(Number(next))}
            options={data.versions.map((one) => ({ value: String(one.id), label: versionLabel(one, t) }))}
          />)}
          {data.can.edit && <Button icon={IconEdit} onClick={() => setEditing(true)}>{t('editHead')}</Button>}
          {data.can.edit && <Button variant="primary" icon={IconPlus} to={`/programmes/${id}/versions/new`}>{t('addVersion')}</Button>}
        </>}
      />
      <div className="cols">
        <div>
          <TopicTree programme={data} version={shown} />
          <Components programme={data} version={shown} />
        </div>
        <div>
          <Terms programme={data} version={shown} />
          <TargetGroup programme={data} version={shown} />
        </div>
      </div>
      {editing && <HeadEditor programme={data} onClose={() => setEditing(false)} />}
    </>
  );
}

type Say = ReturnType<typeof useTexts<Parameters<typeof say>[1]>>;

function versionLabel(version: ProgrammeVersion, t: Say): string {
  const from = formatDay(version.validFrom);
  return version.validTo ? t('versionSpan', { n: version.version, from, to: formatDay(version.validTo) }) : t('versionOf', { n: version.version, from });
}

interface PartProps {
  programme: ProgrammeDetail;
  version: ProgrammeVersion;
}

function Terms({ programme, version }: PartProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const mode = deliveryModeNames[version.deliveryMode][language];
  const rows: [string, string][] = [
    [t('version'), versionLabel(version, t)],
    [t('periods'), formatNumber(version.periods, language)],
    [t('mode'), version.deliveryNote ? `${mode}, ${version.deliveryNote}` : mode],
    [t('credential'), programmeCredentialNames[version.credential][language]],
    [t('classSize'), formatNumber(version.classSize, language)],
    [t('assessment'), version.assessmentText || t('noAssessment')],
    [t('authority'), programmeAuthorityNames[programme.authority][language]],
  ];
  return (
    <Sheet title={t('facts')}>
      <dl className="facts">{rows.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
    </Sheet>
  );
}

function TargetGroup({ programme, version }: PartProps) {
  const t = useTexts(say);
  const [editing, setEditing] = useState(false);
  const action = programme.can.edit && (
    <Button size="s" icon={IconEdit} onClick={() => setEditing(true)}>{t(version.targetGroup ? 'editTarget' : 'enterTarget')}</Button>
  );
  return (
    <Sheet title={t('target')} aside={action}>
      <div className="col g3">
        {version.targetGroup ? <TargetGroupView group={version.targetGroup} /> : <Note tone="warn">{t('targetNull')}</Note>}
        {version.targetGroupText && <p className="soft sm"><span className="m">{t('targetWords')}:</span> <span lang="vi">{version.targetGroupText}</span></p>}
      </div>
      {editing && <TargetGroupEditor programme={programme} version={version} onClose={() => setEditing(false)} />}
    </Sheet>
  );
}

function Components({ programme, version }: PartProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [editing, setEditing] = useState(false);
  const action = programme.can.edit && <Button size="s" icon={IconEdit} onClick={() => setEditing(true)}>{t('editComponents')}</Button>;
  return (
    <Sheet title={t('components')} aside={action}>
      {version.components.length === 0 && <p className="soft">{t('componentsEmpty')}</p>}
      <ul className="rulelist">
        {version.components.map((one) => (
          <li key={one.key}>
            <span>{named(one, language)}{one.required && <small>{t('mustPass')}</small>}</span>
            <span className="v"><b>{formatPercent(one.weight, language)}</b></span>
          </li>
        ))}
      </ul>
      {editing && <ComponentsEditor programme={programme} version={version} onClose={() => setEditing(false)} />}
    </Sheet>
  );
}
