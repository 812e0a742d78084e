import { useState } from 'react';
import { Button, IconBan, IconCalendarTime, IconSwitchHorizontal, IconUserShare } from '@halong/design/web';
import type { ClassSession } from '@halong/classes/contract';
import { useTexts } from '@halong/platform/web';
import { CancelDialog, ChangeDialog, LecturersDialog, MoveDialog } from './session-dialogs.tsx';
import { say } from './session.texts.ts';

type Asking = 'change' | 'move' | 'replace' | 'cancel';
const dialogs = { change: ChangeDialog, move: MoveDialog, replace: LecturersDialog, cancel: CancelDialog };

/** What may be done to a session, as far as its `can` goes. */
export function SessionActions({ session, institutionId }: { session: ClassSession; institutionId: number }) {
  const t = useTexts(say);
  const [asking, setAsking] = useState<Asking>();
  const { can } = session;
  const Asked = asking && dialogs[asking];
  return (
    <>
      {(can.change || can.switch) && <Button size="s" icon={IconSwitchHorizontal} onClick={() => setAsking('change')}>{t('change')}</Button>}
      {can.change && <Button size="s" icon={IconCalendarTime} onClick={() => setAsking('move')}>{t('move')}</Button>}
      {can.change && <Button size="s" icon={IconUserShare} onClick={() => setAsking('replace')}>{t('replace')}</Button>}
      {can.change && <Button size="s" icon={IconBan} onClick={() => setAsking('cancel')}>{t('cancel')}</Button>}
      {Asked && <Asked key={session.version} session={session} institutionId={institutionId} onClose={() => setAsking(undefined)} />}
    </>
  );
}
