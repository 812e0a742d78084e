import { useRef, useState } from 'react';
import { ErrorState, Segmented, Skeletons } from '@halong/design/web';
import type { DocumentForms, DocumentView } from '@halong/materials/contract';
import { useTexts } from '@halong/platform/web';
import { Captions } from './captions.tsx';
import { FormState } from './form-state.tsx';
import type { OnSeen } from './seen.ts';
import { say } from './preview.texts.ts';
import { useForms } from './use-forms.ts';
import { useLink } from './use-link.ts';
import { usePlaying } from './use-playing.ts';
import { useSource } from './use-source.ts';

const speeds = ['0.75', '1', '1.25', '1.5', '2'] as const;

interface RecordingProps {
  document: DocumentView;
  startAt?: number;
  onSeen?: OnSeen;
}

/** A video or a sound: in the qualities that the worker has made, until then as it was sent. */
export function Recording({ document, startAt, onSeen }: RecordingProps) {
  const { data: forms, error, refetch } = useForms(document);
  if (error && !forms) return <ErrorState problem={error.problem} onRetry={() => void refetch()} />;
  if (!forms) return <Skeletons rows={4} />;
  return <Player document={document} forms={forms} startAt={startAt} onSeen={onSeen} />;
}

function Player({ document, forms, startAt, onSeen }: RecordingProps & { forms: DocumentForms }) {
  const t = useTexts(say);
  const player = useRef<HTMLVideoElement>(null);
  // What is playing goes on as it began: forms that come meanwhile are for the next time.
  const [stream] = useState(forms.rendition?.state === 'READY' ? forms.stream : null);
  const sent = useLink(document.id, stream === null);
  const [quality, setQuality] = useState('auto');
  const [speed, setSpeed] = useState<(typeof speeds)[number]>('1');
  const [broken, setBroken] = useState(false);
  const heard = document.kind === 'AUDIO' || quality === 'sound' || !stream?.url;
  const url = stream ? ((heard ? stream.audioUrl : null) ?? stream.url ?? undefined) : sent.data?.url;
  usePlaying(player, onSeen, url !== undefined);
  useSource(player, url, stream !== null && !heard, { height: Number(quality) || undefined, onBroken: () => setBroken(true) });
  if (sent.error) return <ErrorState problem={sent.error.problem} onRetry={() => void sent.refetch()} />;
  if (broken && forms.rendition?.state === 'FAILED') return <FormState id={document.id} forms={forms} />;
  if (broken) return <><FormState id={document.id} forms={forms} /><ErrorState problem={{ title: t('unplayable'), detail: t('unplayableWhy') }} /></>;
  const begin = () => {
    const media = player.current;
    if (!media) return;
    media.playbackRate = Number(speed);
    if (startAt !== undefined && media.currentTime === 0) media.currentTime = startAt;
  };
  const choose = (next: (typeof speeds)[number]) => {
    setSpeed(next);
    if (player.current) player.current.playbackRate = Number(next);
  };
  const failed = () => {
    if (player.current?.getAttribute('src')) setBroken(true);
  };
  return (
    <div className="col g2">
      <FormState id={document.id} forms={forms} />
      {document.kind === 'AUDIO'
        ? <audio ref={player} controls preload="metadata" aria-label={document.title} onLoadedMetadata={begin} onError={failed} />
        : (
          <video ref={player} className="film" controls playsInline preload="metadata" poster={stream?.posterUrl ?? undefined} aria-label={document.title} onLoadedMetadata={begin} onError={failed}>
            {forms.captions.map(({ language, url: source }) => <track key={language} kind="captions" src={source} srcLang={language} label={t(`spoken_${language}`)} default={language === 'vi'} />)}
          </video>
        )}
      <span className="row wrap">
        <Segmented label={t('speed')} value={speed} onChange={choose} options={speeds.map((value) => ({ value, label: `${value}×` }))} />
        {stream?.url && <Qualities stream={stream} value={quality} onChange={setQuality} />}
      </span>
      {document.can.edit && document.kind === 'VIDEO' && <Captions document={document} forms={forms} />}
    </div>
  );
}

function Qualities({ stream, value, onChange }: { stream: NonNullable<DocumentForms['stream']>; value: string; onChange: (value: string) => void }) {
  const t = useTexts(say);
  const heights = stream.heights.map((height) => ({ value: String(height), label: `${height}p` }));
  const sound = stream.audioUrl ? [{ value: 'sound', label: t('soundOnly') }] : [];
  return <Segmented label={t('quality')} value={value} onChange={onChange} options={[{ value: 'auto', label: t('auto') }, ...heights, ...sound]} />;
}
