import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { NavLink } from 'react-router';

export interface TabItem {
  value: string;
  label: ReactNode;
  count?: number | string;
}

interface TabsProps {
  tabs: readonly TabItem[];
  value: string;
  onChange: (value: string) => void;
  label: string;
  /** Content of the chosen tab. */
  children: ReactNode;
}

const moves: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

const Count = ({ count }: { count?: number | string }) => (count === undefined ? null : <span className="num">{count}</span>);

/** Parts of one thing on one address. */
export function Tabs({ tabs, value, onChange, label, children }: TabsProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const chosen = tabs.findIndex((tab) => tab.value === value);

  function move(event: KeyboardEvent) {
    const step = moves[event.key];
    const target = event.key === 'Home' ? 0 : event.key === 'End' ? tabs.length - 1 : step && (chosen + step + tabs.length) % tabs.length;
    const next = typeof target === 'number' ? tabs[target] : undefined;
    if (!next) return;
    event.preventDefault();
    onChange(next.value);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[tabs.indexOf(next)]?.focus();
  }

  return (
    <>
      <div className="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.value} type="button" role="tab" id={`${id}-${tab.value}`} aria-selected={tab.value === value} aria-controls={`${id}-panel`}
            tabIndex={tab.value === value ? 0 : -1} onClick={() => onChange(tab.value)}
          >
            {tab.label}<Count count={tab.count} />
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`}>{children}</div>
    </>
  );
}

interface LinkTabsProps {
  tabs: readonly (Omit<TabItem, 'value'> & { to: string; end?: boolean })[];
  label: string;
}

/** Parts of one thing, each with its own address. */
export const LinkTabs = ({ tabs, label }: LinkTabsProps) => (
  <nav className="tabs" aria-label={label}>
    {tabs.map((tab) => (
      <NavLink key={tab.to} to={tab.to} end={tab.end} className={({ isActive }) => (isActive ? 'on' : '')}>
        {tab.label}<Count count={tab.count} />
      </NavLink>
    ))}
  </nav>
);
