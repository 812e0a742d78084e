import { useEffect, useRef, useState } from 'react';
import { Button, Icon, IconButton, IconBulb, IconCamera, IconCameraOff } from '@halong/design/web';
import { useTexts } from '@halong/platform/web';
import { cameraAllowed, cameraProblemOf, startScanner, type CameraProblem, type Scanner } from './camera.ts';
import { say } from './check-in.texts.ts';
import { tokenOf } from './scanned.rules.ts';

interface FinderProps {
  /** The person asked for the camera. */
  on: boolean;
  onAsk: () => void;
  onToken: (token: string) => void;
}

const Corners = () => (
  <div className="frame" aria-hidden>
    <svg viewBox="0 0 210 210" fill="none" stroke="currentColor" strokeWidth="5" strokeLinecap="round">
      <path d="M4 44V20A16 16 0 0 1 20 4h24M166 4h24a16 16 0 0 1 16 16v24M206 166v24a16 16 0 0 1-16 16h-24M44 206H20a16 16 0 0 1-16-16v-24" />
    </svg>
  </div>
);

/** The camera's picture. It is asked for only when the person presses the button, and stops with the page. */
export function Finder({ on, onAsk, onToken }: FinderProps) {
  const t = useTexts(say);
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef(onToken);
  const [problem, setProblem] = useState<CameraProblem | undefined>(() => (cameraAllowed() ? undefined : 'insecure'));
  const [foreign, setForeign] = useState(false);
  const [scanner, setScanner] = useState<Scanner>();
  const [lit, setLit] = useState(false);
  useEffect(() => {
    told.current = onToken;
  });
  useEffect(() => {
    if (!on || !video.current || !cameraAllowed()) return undefined;
    let over = false;
    let running: Scanner | undefined;
    const read = (text: string) => {
      const token = tokenOf(text);
      setForeign(token === undefined);
      if (token !== undefined) told.current(token);
    };
    setProblem(undefined);
    startScanner(video.current, read).then(
      (started) => {
        running = started;
        if (over) started.stop();
        else setScanner(started);
      },
      (error: unknown) => {
        if (!over) setProblem(cameraProblemOf(error));
      },
    );
    return () => {
      over = true;
      running?.stop();
      setScanner(undefined);
    };
  }, [on]);
  const showing = on && problem === undefined;
  const lamp = scanner?.torch;
  return (
    <div className="eye">
      <video ref={video} playsInline muted hidden={!showing} aria-hidden />
      {showing && <Corners />}
      {showing && <div className="say" role="status"><span>{t(foreign ? 'foreign' : 'aim')}</span></div>}
      {showing && lamp && (
        <IconButton
          icon={IconBulb} label={t(lit ? 'lampOff' : 'lampOn')} hint="none" aria-pressed={lit} style={{ position: 'absolute', right: 8, bottom: 96 }}
          onClick={() => void lamp(!lit).then(() => setLit(!lit)).catch(() => undefined)}
        />
      )}
      {!showing && (
        <div className="ask">
          <Icon of={problem ? IconCameraOff : IconCamera} />
          <p role={problem ? 'status' : undefined}>{t(problem ?? 'askCamera')}</p>
          {problem !== 'insecure' && problem !== 'none' && <Button variant="primary" size="xl" icon={IconCamera} onClick={onAsk}>{t('startCamera')}</Button>}
        </div>
      )}
    </div>
  );
}
