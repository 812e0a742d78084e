import { useRef, useState } from 'react';
import { ErrorState, Segmented, Skeletons } from '@halong/design/web';
import type { DocumentView } from '@halong/materials/contract';
import { useTexts } from '@halong/platform/web';
import type { OnSeen } from './seen.ts';
import { say } from './preview.texts.ts';
import { useLink } from './use-link.ts';
import { usePlaying } from './use-playing.ts';

const speeds = ['0.75', '1', '1.25', '1.5', '2'] as const;

/** A video or a sound, with the browser's own controls. */
export function Recording({ document, startAt, onSeen }: { document: DocumentView; startAt?: number; onSeen?: OnSeen }) {
  const t = useTexts(say);
  const link = useLink(document.id);
  const player = useRef<HTMLVideoElement>(null);
  const [speed, setSpeed] = useState<(typeof speeds)[number]>('1');
  const [broken, setBroken] = useState(false);
  usePlaying(player, onSeen, link.data !== undefined);
  if (link.error) return <ErrorState problem={link.error.problem} onRetry={() => void link.refetch()} />;
  if (broken) return <ErrorState problem={{ title: t('unplayable'), detail: t('unplayableWhy') }} />;
  if (!link.data) return <Skeletons rows={4} />;
  const begin = () => {
    if (startAt !== undefined && player.current && player.current.currentTime === 0) player.current.currentTime = startAt;
  };
  const choose = (next: (typeof speeds)[number]) => {
    setSpeed(next);
    if (player.current) player.current.playbackRate = Number(next);
  };
  return (
    <div className="col g2">
      {document.kind === 'AUDIO'
        ? <audio ref={player} controls preload="metadata" src={link.data.url} aria-label={document.title} onLoadedMetadata={begin} onError={() => setBroken(true)} />
        : <video ref={player} className="film" controls playsInline preload="metadata" src={link.data.url} aria-label={document.title} onLoadedMetadata={begin} onError={() => setBroken(true)} />}
      <Segmented label={t('speed')} value={speed} onChange={choose} options={speeds.map((value) => ({ value, label: `${value}×` }))} />
    </div>
  );
}
