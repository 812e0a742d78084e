import { Modal } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import '../styles/search.css';
import { IconButton } from '../button/IconButton.tsx';
import { Icon, type IconType } from '../icon/Icon.tsx';
import { IconLoader2, IconSearch, IconX } from '../icon/icons.ts';
import { useDesignTexts } from '../provider/DesignContext.ts';
import { MantineIsland } from './MantineIsland.tsx';
import { moved } from './search-keys.ts';

export interface SearchEntry {
  /** Unique among all entries. */
  id: string;
  label: string;
  /** Second line. */
  detail?: string | undefined;
  icon: IconType;
}

export interface SearchSection {
  id: string;
  label: string;
  /** Beside the label: how many more there are. */
  note?: string | undefined;
  entries: readonly SearchEntry[];
}

export interface SearchDialogProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onChoose: (id: string) => void;
  onClose: () => void;
  sections: readonly SearchSection[];
  /** What is shown belongs to what was typed before: Enter waits. */
  busy?: boolean;
  /** Below the field when nothing is found, or instead of what failed. */
  message?: ReactNode;
  /** Read aloud when it changes: "7 kết quả". */
  status: string;
  /** The keys, at the foot on a desk. */
  hints: readonly ReactNode[];
}

/** The search over the page: a combobox whose list stands below it, grouped. Import it lazily: it brings Mantine's modal. */
export function SearchDialog(props: SearchDialogProps) {
  // Mounted while it is open: what had the focus gets it back.
  const [before] = useState(() => document.activeElement);
  useEffect(() => () => {
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  }, [before]);
  return (
    <MantineIsland>
      <Modal.Root
        opened onClose={props.onClose} size={640} yOffset="10vh" lockScroll={false} returnFocus={false} fullScreen={window.matchMedia('(max-width: 639.98px)').matches}
        transitionProps={{ duration: 0 }} zIndex={300}
      >
        <Modal.Overlay color="var(--h-scrim)" backgroundOpacity={1} />
        <Modal.Content className="dlg finder" radius="md" aria-label={props.label}><Finder {...props} /></Modal.Content>
      </Modal.Root>
    </MantineIsland>
  );
}

function Finder({ label, value, onChange, onChoose, onClose, sections, busy = false, message, status, hints }: SearchDialogProps) {
  const texts = useDesignTexts();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const entries = sections.flatMap((section) => section.entries);
  const [chosen, setChosen] = useState('');
  const at = Math.max(entries.findIndex((entry) => entry.id === chosen), 0);
  const active = entries[at];
  const optionId = (entry: SearchEntry) => `${id}-${entry.id}`;
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active?.id]);
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const next = moved(event.key, at, entries.length);
    if (next === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (next !== undefined) setChosen(entries[next]?.id ?? '');
    else if (active && !busy) onChoose(active.id);
  };
  return (
    <>
      <div className="fh">
        <Icon of={busy ? IconLoader2 : IconSearch} />
        <input
          data-autofocus type="text" role="combobox" aria-label={label} aria-autocomplete="list" aria-haspopup="listbox" aria-expanded={entries.length > 0}
          aria-controls={entries.length > 0 ? `${id}-list` : undefined} aria-activedescendant={active && optionId(active)}
          placeholder={label} value={value} maxLength={80} autoComplete="off" autoCapitalize="off" spellCheck={false} enterKeyHint="go"
          onChange={(event) => { setChosen(''); onChange(event.currentTarget.value); }} onKeyDown={press}
        />
        <IconButton icon={IconX} label={texts.close} hint="none" onClick={onClose} />
      </div>
      {message && <div className="fn">{message}</div>}
      {entries.length > 0 && (
        <div className="fl" id={`${id}-list`} role="listbox" aria-label={label} ref={list} tabIndex={-1}>
          {sections.map((section) => (
            <div key={section.id} role="group" aria-labelledby={`${id}-${section.id}`}>
              <div className="fg" id={`${id}-${section.id}`} role="presentation"><span>{section.label}</span>{section.note && <span>{section.note}</span>}</div>
              {section.entries.map((entry) => (
                <div
                  key={entry.id} id={optionId(entry)} className="fo" role="option" aria-selected={entry === active}
                  onPointerMove={() => setChosen(entry.id)} onClick={() => onChoose(entry.id)}
                >
                  <Icon of={entry.icon} /><span><b>{entry.label}</b>{entry.detail && <small>{entry.detail}</small>}</span>
                </div>
              ))}
            </div>
          ))}
        </div>
      )}
      <div className="vh" role="status">{status}</div>
      <div className="ff" aria-hidden>{hints.map((hint, index) => <span key={index}>{hint}</span>)}</div>
    </>
  );
}
