import type { ReactNode } from 'react';
import { Button, Note } from '@halong/design/web';
import type { Problem } from '@halong/design/web';
import { useTexts } from '@halong/platform/web';
import { say } from './programme-form.texts.ts';

interface FormFootProps {
  /** Fields that the person has tried to send with something wrong in them. */
  wrong: number;
  problem: Problem | undefined;
  busy: boolean;
  backTo: string;
  submitLabel: string;
  children?: ReactNode;
}

/** What is wrong, the way back and the one way on. */
export function FormFoot({ wrong, problem, busy, backTo, submitLabel, children }: FormFootProps) {
  const t = useTexts(say);
  return (
    <div className="wide col g3">
      {children}
      {problem && <Note tone="act">{problem.title}</Note>}
      {wrong > 0 && <Note tone="act">{t('incomplete', { count: wrong })}</Note>}
      <div className="row wrap">
        <span className="sp" />
        <Button to={backTo}>{t('keep')}</Button>
        <Button type="submit" variant="primary" loading={busy}>{submitLabel}</Button>
      </div>
    </div>
  );
}
