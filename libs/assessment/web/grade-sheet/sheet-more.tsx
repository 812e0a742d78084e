import { lazy, Suspense, useState } from 'react';
import { Icon, IconAdjustments, IconChevronDown, IconFileDescription, IconFileImport, IconHistory, IconScale, Menu, type MenuEntry } from '@halong/design/web';
import type { GradeSheet } from '@halong/assessment/contract';
import { useTexts } from '@halong/platform/web';
import { say } from './grade-book.texts.ts';

const PlanDialog = lazy(() => import('./plan-dialog.tsx').then((one) => ({ default: one.PlanDialog })));
const RulesDialog = lazy(() => import('./rules-dialog.tsx').then((one) => ({ default: one.RulesDialog })));
const ChangesDialog = lazy(() => import('./changes-dialog.tsx').then((one) => ({ default: one.ChangesDialog })));
const MarksImport = lazy(() => import('./marks-preview.tsx').then((one) => ({ default: one.MarksImport })));
const RegradesDialog = lazy(() => import('../regrade/regrades-dialog.tsx').then((one) => ({ default: one.RegradesDialog })));
const dialogs = { regrades: RegradesDialog, plan: PlanDialog, rules: RulesDialog, changes: ChangesDialog, import: MarksImport };

/** What one does with a grade book now and then. */
export function SheetMore({ sheet }: { sheet: GradeSheet }) {
  const t = useTexts(say);
  const [asking, setAsking] = useState<keyof typeof dialogs>();
  const entry = (id: keyof typeof dialogs, icon: typeof IconScale): MenuEntry => ({ id, label: t(id), icon, onSelect: () => setAsking(id) });
  const entries = [
    ...(sheet.can.edit ? [entry('import', IconFileImport)] : []), ...(sheet.can.plan ? [entry('plan', IconScale)] : []), ...(sheet.can.rules ? [entry('rules', IconAdjustments)] : []), ...(sheet.publishedAt === null ? [] : [entry('regrades', IconFileDescription)]), entry('changes', IconHistory),
  ];
  const Asked = asking && dialogs[asking];
  return (
    <>
      <Menu label={t('moreLabel')} trigger={<>{t('more')}<Icon of={IconChevronDown} /></>} entries={entries} />
      {Asked && <Suspense fallback={null}><Asked sheet={sheet} onClose={() => setAsking(undefined)} /></Suspense>}
    </>
  );
}
