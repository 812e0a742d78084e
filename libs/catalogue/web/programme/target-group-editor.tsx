import { useState } from 'react';
import { Button, Checkbox, Dialog, IconButton, IconPlus, IconX, Note, SelectField, TextField, toast } from '@halong/design/web';
import { programmeRoutes, type ProgrammeDetail, type ProgrammeVersion } from '@halong/catalogue/contract';
import { useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { say } from './programme.texts.ts';
import { levelNames, targetUnitTypes, unitTypeNames } from './unit-type-names.ts';

interface TargetGroupEditorProps {
  programme: ProgrammeDetail;
  version: ProgrammeVersion;
  onClose: () => void;
}

/** The target group as data that screening can use. */
export function TargetGroupEditor({ programme, version, onClose }: TargetGroupEditorProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [types, setTypes] = useState<readonly string[]>(version.targetGroup?.unitTypes ?? []);
  const [positions, setPositions] = useState<readonly string[]>(version.targetGroup?.positionPatterns ?? []);
  const [level, setLevel] = useState(version.targetGroup?.level ?? '');
  const save = useMutationOf(programmeRoutes.putTargetGroup, {
    invalidates: [programmeRoutes.getProgramme, programmeRoutes.listProgrammes],
    onSuccess: () => {
      toast(t('targetSaved'));
      onClose();
    },
  });
  const submit = () => save.mutate({
    params: { id: version.id },
    body: { version: programme.version, targetGroup: { unitTypes: [...types], positionPatterns: [...positions], ...(level ? { level } : {}) } },
  });
  const toggle = (type: string, on: boolean) => setTypes(on ? [...types, type] : types.filter((one) => one !== type));
  return (
    <Dialog
      open onClose={onClose} busy={save.isPending} size={640} title={t('targetTitle', { code: programme.code, n: version.version })} lead={t('targetLead')}
      actions={<>
        <Button onClick={onClose}>{t('keep')}</Button>
        <Button variant="primary" loading={save.isPending} onClick={submit}>{t('saveTarget')}</Button>
      </>}
    >
      {save.error && <Note tone="act">{save.error.problem.title}</Note>}
      <fieldset className="field">
        <legend>{t('unitTypes')}</legend>
        <div className="ticks">
          {targetUnitTypes.map((type) => <Checkbox key={type} label={unitTypeNames[type][language]} checked={types.includes(type)} onChange={(on) => toggle(type, on)} />)}
        </div>
      </fieldset>
      <Positions positions={positions} onChange={setPositions} />
      <SelectField
        label={t('level')} placeholder={t('anyLevel')} value={level} onChange={setLevel} optional
        options={Object.entries(levelNames).map(([value, name]) => ({ value, label: name[language] }))}
      />
    </Dialog>
  );
}

function Positions({ positions, onChange }: { positions: readonly string[]; onChange: (positions: readonly string[]) => void }) {
  const t = useTexts(say);
  const [typed, setTyped] = useState('');
  const next = typed.trim();
  const addable = next.length >= 2 && !positions.includes(next);
  const add = () => {
    if (!addable) return;
    onChange([...positions, next]);
    setTyped('');
  };
  return (
    <div className="col g2">
      <div className="row bottom">
        <div className="sp">
          <TextField
            label={t('positions')} placeholder={t('newPosition')} value={typed} maxLength={120} onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); add(); } }}
          />
        </div>
        <Button icon={IconPlus} disabled={!addable} onClick={add}>{t('addPosition')}</Button>
      </div>
      <ul className="row wrap g2">
        {positions.length === 0 && <li className="soft">{t('anyPosition')}</li>}
        {positions.map((name) => (
          <li key={name} className="chip removable">
            {name}
            <IconButton icon={IconX} size="s" hint="none" label={t('removePosition', { name })} onClick={() => onChange(positions.filter((one) => one !== name))} />
          </li>
        ))}
      </ul>
    </div>
  );
}
