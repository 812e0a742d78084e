import { Note } from '@halong/design/web';
import { classesErrors } from '@halong/classes/contract';
import type { Problem } from '@halong/platform/contract';
import { useTexts } from '@halong/platform/web';
import { say } from './session.texts.ts';

const clashes: readonly string[] = [classesErrors.room_clash, classesErrors.lecturer_clash, classesErrors.trainee_clash, classesErrors.class_clash].map((error) => error.code);

/** Why the change was refused; a clash names what it collides with and what to choose instead. */
export function ClashNote({ problem }: { problem: Problem | undefined }) {
  const t = useTexts(say);
  if (!problem) return null;
  return <Note tone="act" title={clashes.includes(problem.code) ? t('clash') : undefined}>{problem.title}</Note>;
}

export const saysHoliday = (problem: Problem | undefined): boolean => problem?.code === classesErrors.holiday.code;
