import { IconBan, IconCircleCheck, IconCircleX, IconClock, type IconType, type Tone } from '@halong/design/web';
import type { GradeRow } from '@halong/assessment/contract';

/** Colour and drawing of each result; the word comes from passResultNames. */
export const resultLooks: Record<GradeRow['result'], { tone: Tone; icon: IconType }> = {
  PASSED: { tone: 'ok', icon: IconCircleCheck },
  FAILED: { tone: 'act', icon: IconCircleX },
  PENDING: { tone: 'mute', icon: IconClock },
  BARRED: { tone: 'act', icon: IconBan },
};
