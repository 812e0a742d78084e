import { useRef, useState, type KeyboardEvent } from 'react';
import { fold, Icon, IconChevronDown, IconChevronRight } from '@halong/design/web';
import { formatDay, formatNumber, useLanguage, useTexts } from '@halong/platform/web';
import { say } from './organisation.texts.ts';
import { treeStep } from './tree-keys.rules.ts';
import type { Line } from './tree.rules.ts';

export interface TreeUnit { id: number; parentId: number | null; code: string; nameVi: string; nameEn: string; type: string; validFrom: string | null; validTo: string | null; people: number }

interface Props {
  lines: readonly Line<TreeUnit>[];
  open: ReadonlySet<number>;
  /** The unit that is shown beside the tree. */
  chosen: number | undefined;
  /** The day that is shown, or '' for today: past days have no count of people, but units that ended since. */
  on: string;
  onToggle: (id: number) => void;
  onChoose: (id: number) => void;
}

/** The units as one tree: one stop for the tab key, arrows inside it. */
export function UnitTree({ lines, open, chosen, on, onToggle, onChoose }: Props) {
  const t = useTexts(say);
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<number>();
  const here = lines.find(({ unit }) => unit.id === (at ?? chosen))?.unit.id ?? lines[0]?.unit.id;
  const focus = (id: number) => {
    setAt(id);
    list.current?.querySelector<HTMLElement>(`[data-unit="${id}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || here === undefined) return;
    const step = treeStep(event.key, lines, here, open, fold);
    if (!step) return;
    event.preventDefault();
    if ('to' in step) focus(step.to);
    else if ('toggle' in step) onToggle(step.toggle);
    else onChoose(step.choose);
  };
  return (
    <div role="tree" aria-label={t('tree')} ref={list} onKeyDown={onKeyDown}>
      {lines.map((line) => (
        <TreeLine
          key={line.unit.id} line={line} isOpen={open.has(line.unit.id)} isChosen={line.unit.id === chosen} isHere={line.unit.id === here} on={on}
          onToggle={() => { setAt(line.unit.id); onToggle(line.unit.id); }} onChoose={() => { setAt(line.unit.id); onChoose(line.unit.id); }}
        />
      ))}
    </div>
  );
}

interface LineProps { line: Line<TreeUnit>; isOpen: boolean; isChosen: boolean; isHere: boolean; on: string; onToggle: () => void; onChoose: () => void }

function TreeLine({ line: { unit, depth, hasChildren }, isOpen, isChosen, isHere, on, onToggle, onChoose }: LineProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const name = language === 'en' && unit.nameEn ? unit.nameEn : unit.nameVi;
  return (
    <div
      className="tree-line" role="treeitem" aria-level={depth + 1} aria-expanded={hasChildren ? isOpen : undefined} aria-selected={isChosen} tabIndex={isHere ? 0 : -1} data-unit={unit.id}
      style={{ paddingInlineStart: 8 + Math.min(depth, 6) * 20 }} onClick={onChoose}
    >
      <span className="tw" aria-hidden onClick={hasChildren ? (event) => { event.stopPropagation(); onToggle(); } : undefined}>
        {hasChildren && <Icon of={isOpen ? IconChevronDown : IconChevronRight} />}
      </span>
      <span className="sp"><span className="m">{name}</span> <span className="xs muted">{t(unit.type as 'WARD')}</span>
        {unit.validTo && <span className="xs warn" style={{ display: 'block' }}>{t('ended', { day: formatDay(unit.validTo) })}</span>}
      </span>
      {on === '' && unit.people > 0 && <span className="tn muted">{t('people', { count: formatNumber(unit.people, language) })}</span>}
    </div>
  );
}
