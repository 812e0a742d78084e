import {
  IconArchive, IconAward, IconBan, IconCalendarEvent, IconCertificate, IconCircleCheck, IconClipboardCheck, IconClockPause, IconFileCheck, IconInbox, IconListCheck,
  IconPencil, IconPlayerPlay, type IconType, type Tone,
} from '@halong/design/web';
import type { TrainingClassState } from '@halong/classes/contract';

/** Until the decision names them, seats, capacity and days may change. */
export const isPlanning = (state: TrainingClassState): boolean => ['PLANNED', 'NOMINATING', 'LIST_FINALISED', 'POSTPONED'].includes(state);

/** Colour and drawing of each state; the word comes from trainingClassStateNames. */
export const classStateLooks: Record<TrainingClassState, { tone: Tone; icon: IconType }> = {
  PLANNED: { tone: 'mute', icon: IconCalendarEvent },
  NOMINATING: { tone: 'info', icon: IconInbox },
  LIST_FINALISED: { tone: 'info', icon: IconListCheck },
  DECIDED: { tone: 'ok', icon: IconFileCheck },
  RUNNING: { tone: 'ok', icon: IconPlayerPlay },
  EXAM: { tone: 'ok', icon: IconClipboardCheck },
  GRADING: { tone: 'warn', icon: IconPencil },
  RESULT_RECOGNISED: { tone: 'ok', icon: IconAward },
  CERTIFIED: { tone: 'ok', icon: IconCertificate },
  EVALUATED: { tone: 'ok', icon: IconCircleCheck },
  ARCHIVED: { tone: 'mute', icon: IconArchive },
  POSTPONED: { tone: 'warn', icon: IconClockPause },
  CANCELLED: { tone: 'mute', icon: IconBan },
};
