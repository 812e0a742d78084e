import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Link } from 'react-router';
import { Icon, type IconType } from '../icon/Icon.tsx';
import { IconCheck } from '../icon/icons.ts';

export type MenuEntry =
  | { kind?: 'item'; id: string; label: ReactNode; icon?: IconType; onSelect?: () => void; to?: string; checked?: boolean; danger?: boolean }
  | { kind: 'line'; id: string }
  | { kind: 'label'; id: string; label: ReactNode };

interface MenuProps {
  /** Name of the menu, read aloud. */
  label: string;
  /** Content of the button that opens it; its words name the button, the menu's label is added for those who cannot see it. */
  trigger: ReactNode;
  triggerClass?: string;
  entries: readonly MenuEntry[];
  /** Above the entries: who is signed in. */
  head?: ReactNode;
}

const gap = 6;

/** Puts the list under its button, or above it where there is more room, inside the window. */
function place(button: HTMLElement, list: HTMLElement) {
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = list;
  const below = at.bottom + gap + height <= window.innerHeight || at.top < height + gap;
  const left = Math.max(8, Math.min(at.left, window.innerWidth - width - 8));
  list.style.left = `${left}px`;
  list.style.top = `${below ? at.bottom + gap : at.top - gap - height}px`;
}

const items = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];

/** A short list of verbs on the browser's own popover: Escape and a click outside close it, arrows move in it. */
export function Menu({ label, trigger, triggerClass = 'btn', entries, head }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  function toggled(now: boolean) {
    setOpen(now);
    if (!now || !button.current || !list.current) return;
    place(button.current, list.current);
    items(list.current)[0]?.focus();
  }

  function close() {
    list.current?.hidePopover();
    button.current?.focus();
  }

  function move(event: KeyboardEvent) {
    const all = items(list.current);
    const at = all.indexOf(document.activeElement as HTMLElement);
    const targets: Record<string, number> = { ArrowDown: (at + 1) % all.length, ArrowUp: (at - 1 + all.length) % all.length, Home: 0, End: all.length - 1 };
    const target = targets[event.key];
    if (event.key === 'Tab') return close();
    if (target === undefined) return;
    event.preventDefault();
    all[target]?.focus();
  }

  return (
    <>
      <button ref={button} type="button" className={triggerClass} aria-haspopup="menu" aria-expanded={open} popoverTarget={id}>
        {trigger}
        {trigger !== label && <span className="vh"> {label}</span>}
      </button>
      <div ref={list} id={id} popover="auto" className="menu" onToggle={(event) => toggled(event.newState === 'open')}>
        {head && <div className="mhead">{head}</div>}
        <div role="menu" aria-label={label} tabIndex={-1} onKeyDown={move}>
          {entries.map((entry) => <Entry key={entry.id} entry={entry} close={close} />)}
        </div>
      </div>
    </>
  );
}

function Entry({ entry, close }: { entry: MenuEntry; close: () => void }) {
  if (entry.kind === 'line') return <hr />;
  if (entry.kind === 'label') return <div className="lbl" role="presentation">{entry.label}</div>;
  const classes = entry.danger ? 'mi danger' : 'mi';
  const content = (
    <>
      {entry.icon && <Icon of={entry.icon} />}
      <span>{entry.label}</span>
      {entry.checked && <span className="tick"><Icon of={IconCheck} /></span>}
    </>
  );
  if (entry.to) return <Link className={classes} role="menuitem" tabIndex={-1} to={entry.to} onClick={close}>{content}</Link>;
  const choice = entry.checked !== undefined;
  return (
    <button
      type="button" className={classes} role={choice ? 'menuitemradio' : 'menuitem'} aria-checked={choice ? entry.checked : undefined} tabIndex={-1}
      onClick={() => { close(); entry.onSelect?.(); }}
    >
      {content}
    </button>
  );
}
