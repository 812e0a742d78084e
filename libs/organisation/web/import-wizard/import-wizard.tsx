import { useParams } from 'react-router';
import { ErrorState, Sheet, Skeletons, Steps, usePage } from '@halong/design/web';
import { importRoutes, importTopic, type ImportDetail, type ImportState } from '@halong/organisation/contract';
import { useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { isAtWork } from '../import-list/import-state.ts';
import { DryRun } from './dry-run.tsx';
import { Failed } from './failed.tsx';
import { say } from './import-wizard.texts.ts';
import { Mapping } from './mapping.tsx';
import { Outcome } from './outcome.tsx';
import { AtWork } from './at-work.tsx';

const stepOf: Record<ImportState, number> = {
  UPLOADED: 0, READING: 0, FAILED: 0, MAPPING: 1, CHECKING: 2, CHECKED: 2, WRITING: 3, DONE: 4, UNDOING: 3, UNDONE: 4,
};

/** States whose table takes the height that is left, so that the button stays in sight. */
const tables: readonly ImportState[] = ['DONE', 'UNDONE'];

/** Also while rows are judged again after a cell was mended: what stood there stays in sight. */
const showsDryRun = ({ state, counts }: ImportDetail): boolean => state === 'CHECKED' || (state === 'CHECKING' && counts !== null);

/** One import, from the file to the undo; the server's state says which step is shown. */
export default function ImportWizard() {
  const t = useTexts(say);
  const id = Number(useParams().id);
  const { data, error, refetch } = useQueryOf(importRoutes.getImport, { params: { id } }, { enabled: Number.isInteger(id) });
  const working = data ? isAtWork(data.state) : false;
  // The watch tells at once; asking again helps when the line is down.
  useQueryOf(importRoutes.getImport, { params: { id } }, { enabled: working, refetchMs: 1_500 });
  useWatch(importTopic, data?.id, [importRoutes.getImport, importRoutes.listRows]);
  usePage({ crumbs: [{ label: t('imports'), to: '/imports' }, { label: data ? t(data.kind) : '' }], fill: data !== undefined && (showsDryRun(data) || tables.includes(data.state)) });
  if (!data) return error ? <ErrorState centered problem={error.problem} onRetry={() => void refetch()} /> : <Skeletons />;
  return <Step detail={data} />;
}

function Step({ detail }: { detail: ImportDetail }) {
  const t = useTexts(say);
  const steps = (
    <Sheet><Steps label={t('steps')} steps={[t('step1'), t('step2'), t('step3'), t('step4')]} current={stepOf[detail.state]} /></Sheet>
  );
  if (detail.state === 'FAILED') return <Failed detail={detail} steps={steps} />;
  if (detail.state === 'MAPPING') return <Mapping key={detail.version} detail={detail} steps={steps} />;
  if (showsDryRun(detail)) return <DryRun detail={detail} steps={steps} />;
  if (detail.state === 'DONE' || detail.state === 'UNDONE') return <Outcome detail={detail} steps={steps} />;
  return <AtWork detail={detail} steps={steps} />;
}
