import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '../button/Button.tsx';
import { Icon, type IconType } from '../icon/Icon.tsx';
import { IconClock, IconLock, IconPlugConnectedX, IconWifiOff } from '../icon/icons.ts';
import { useDesignTexts } from '../provider/DesignContext.ts';
import { StatusText } from '../status/status.tsx';

interface StateProps {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** In the middle of an otherwise empty page. */
  centered?: boolean;
}

/** A centered one is all there is on the page, so its title is the page's. */
function Frame({ picture, title, children, action, centered, alert }: StateProps & { picture: ReactNode; alert?: boolean }) {
  const Title = centered ? 'h1' : 'h2';
  return (
    <div className={centered ? 'state center' : 'state'} role={alert ? 'alert' : undefined}>
      <div className="pic">{picture}</div>
      <Title>{title}</Title>
      {children}
      {action && <div className="acts">{action}</div>}
    </div>
  );
}

const Glyph = ({ icon, tone = '' }: { icon: IconType; tone?: string }) => <span className={`glyph ${tone}`}><Icon of={icon} /></span>;

/** Nothing here yet: what will be here and when, and one action. */
export const EmptyState = ({ children, ...rest }: StateProps) => (
  <Frame {...rest} picture={<span className="islands" />}>{children && <p>{children}</p>}</Frame>
);

/** A refusal or a failure as the API describes it (RFC 9457). */
export interface Problem {
  title: string;
  detail?: string;
  code?: string;
  requestId?: string;
}

interface ErrorStateProps {
  problem: Problem;
  /** What is safe: "Những gì anh chị đã nhập vẫn còn." */
  safe?: ReactNode;
  onRetry?: () => void;
  retrying?: boolean;
  centered?: boolean;
}

/** What failed, what is safe, try again, and a short code to tell the help desk. */
export function ErrorState({ problem, safe, onRetry, retrying, centered }: ErrorStateProps) {
  const texts = useDesignTexts();
  const code = [problem.code, problem.requestId].filter(Boolean).join(' · ');
  return (
    <Frame
      alert centered={centered} title={problem.title} picture={<Glyph icon={IconPlugConnectedX} tone="act" />}
      action={onRetry && <Button variant="primary" size="s" loading={retrying} onClick={onRetry}>{texts.tryAgain}</Button>}
    >
      {(problem.detail || safe) && <p>{problem.detail} {safe}</p>}
      {code && <p className="muted">{texts.errorCode} {code}</p>}
    </Frame>
  );
}

/** Who may see it, who is in charge, and asking for it. */
export const ForbiddenState = ({ children, ...rest }: StateProps) => (
  <Frame {...rest} picture={<Glyph icon={IconLock} />}>{children && <p>{children}</p>}</Frame>
);

/** No network: what is kept on the device and how many things wait. */
export function OfflineState({ children, lastSaved, ...rest }: StateProps & { lastSaved?: string }) {
  const texts = useDesignTexts();
  const saved = lastSaved && <StatusText tone="warn" icon={IconClock}>{texts.lastSaved} {lastSaved}</StatusText>;
  return <Frame {...rest} action={rest.action ?? saved} picture={<Glyph icon={IconWifiOff} tone="warn" />}>{children && <p>{children}</p>}</Frame>;
}

/** True once `waiting` has lasted 200 ms, so that fast answers never flash. */
export function useSlow(waiting: boolean, delay = 200): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setSlow(true), delay);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [waiting, delay]);
  return waiting && slow;
}

const widths = ['62%', '78%', '54%', '70%', '48%'];

/** Rows of the real height while a list loads; nothing for the first 200 ms. */
export function Skeletons({ rows = 4, height = 64 }: { rows?: number; height?: number }) {
  const texts = useDesignTexts();
  const slow = useSlow(true);
  return (
    <div role="status" aria-busy aria-label={texts.loading} style={{ minHeight: rows * height }}>
      {slow && Array.from({ length: rows }, (_, index) => (
        <div key={index} className="row" style={{ height, padding: '0 16px', borderTop: index ? '1px solid var(--h-line)' : undefined }}>
          <span className="skel" style={{ width: 36, height: 36, borderRadius: 10 }} />
          <span className="sp col g2">
            <span className="skel" style={{ width: widths[index % widths.length] }} />
            <span className="skel" style={{ width: widths[(index + 2) % widths.length], height: 9 }} />
          </span>
        </div>
      ))}
    </div>
  );
}
