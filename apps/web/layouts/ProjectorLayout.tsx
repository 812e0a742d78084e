import { useForcedScheme } from '@halong/design/web';
import { type ReactNode, useSyncExternalStore } from 'react';

interface ProjectorLayoutProps {
  /** Class, session, clock. */
  head: ReactNode;
  /** QR and code, counts, people who have just come in. */
  children: ReactNode;
  foot?: ReactNode;
}

/** The picture is laid out for this size and then fitted to the screen, so that proportions never change. */
const stage = { width: 1920, height: 1080 };

function subscribe(listener: () => void) {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

const fit = () => Math.min(window.innerWidth / stage.width, window.innerHeight / stage.height);

/** The screen in the room: always light, read from twelve metres. */
export function ProjectorLayout({ head, children, foot }: ProjectorLayoutProps) {
  useForcedScheme('light');
  const zoom = useSyncExternalStore(subscribe, fit);
  return (
    <div className="hallframe">
      <div className="hall" style={{ zoom }}>
        <header className="hh">{head}</header>
        <main className="mid">{children}</main>
        {foot && <footer className="ft">{foot}</footer>}
      </div>
    </div>
  );
}
