import { Icon, IconButton, IconFile, IconPlayerPause, IconPlayerPlay, IconX, Progress, showBytes, shownName, StatusText, type Tone } from '@halong/design/web';
import { useTexts } from '@halong/platform/web';
import { percentOf, type TransferState } from './transfer.rules.ts';
import { say } from './upload.texts.ts';
import type { TransferRow } from './use-transfers.ts';

const words = {
  WAITING: 'waiting', SENDING: 'sending', PAUSED: 'paused', LOST: 'lost', FULL: 'full', CHECKING: 'checking', QUARANTINED: 'quarantined', READY: 'ready', FAILED: 'failed',
} as const;
const tones: Record<TransferState['step'], Tone> = {
  WAITING: 'mute', SENDING: 'info', PAUSED: 'mute', LOST: 'warn', FULL: 'warn', CHECKING: 'info', QUARANTINED: 'info', READY: 'ok', FAILED: 'act',
};

/** One file: where it stands, what can be done, and its receipt at the end. */
export function TransferLine({ row, onRemove }: { row: TransferRow; onRemove: (row: TransferRow) => void }) {
  const t = useTexts(say);
  const { transfer, state } = row;
  const { size } = transfer.file;
  const name = shownName(transfer.file.name);
  const sent = 'sent' in state ? state.sent : size;
  const percent = percentOf(sent, size);
  const over = state.step === 'READY' || state.step === 'FAILED';
  const moving = state.step === 'SENDING' || state.step === 'LOST' || state.step === 'FULL';
  return (
    <li className="col g1">
      <div className="row">
        <Icon of={IconFile} />
        <span className="sp">{state.step === 'READY' ? state.document.name : name} <span className="muted">{showBytes(size)}</span></span>
        {moving && <IconButton icon={IconPlayerPause} size="s" label={t('pause', { name })} onClick={() => void transfer.pause()} />}
        {state.step === 'PAUSED' && <IconButton icon={IconPlayerPlay} size="s" label={t('resume', { name })} onClick={() => transfer.resume()} />}
        <IconButton icon={IconX} size="s" label={t(over ? 'hide' : 'cancel', { name })} onClick={() => onRemove(row)} />
      </div>
      {!over && <Progress parts={[{ value: sent }]} max={size} label={t('progress', { name, percent })} />}
      <div className="sm" role="status"><StatusText tone={tones[state.step]}>{t(words[state.step], { percent })}</StatusText></div>
      {state.step === 'FAILED' && <p className="sm">{state.text}</p>}
      {state.step === 'READY' && <p className="xs muted">{t('receipt', { size: showBytes(state.document.bytes) })} <code style={{ overflowWrap: 'anywhere' }}>{state.document.sha256}</code></p>}
    </li>
  );
}
