import { IconCircleCheck, IconCircleX, IconClock, type IconType, type Tone } from '@halong/design/web';
import type { Verdict } from '@halong/completion/contract';

/** Colour and drawing of each verdict; the word comes from verdictNames. */
export const verdictLooks: Record<Verdict, { tone: Tone; icon: IconType }> = {
  MET: { tone: 'ok', icon: IconCircleCheck },
  NOT_MET: { tone: 'act', icon: IconCircleX },
  PENDING: { tone: 'warn', icon: IconClock },
};
