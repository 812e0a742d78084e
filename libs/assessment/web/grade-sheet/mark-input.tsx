import { useState, type KeyboardEvent } from 'react';
import type { Mark } from '@halong/assessment/contract';
import type { Language } from '@halong/platform/contract';
import { markText, parseMark, sameMark } from './mark-text.ts';

interface MarkInputProps {
  /** Name of the cell, read aloud. */
  label: string;
  mark: Mark;
  scale: number;
  step: number;
  language: Language;
  saving: boolean;
  at: { row: number; column: number };
  onMark: (mark: Mark) => void;
  /** What was typed and is no mark; undefined once it is one again. */
  onBad: (text: string | undefined) => void;
  onFocus: () => void;
  /** A block of cells was pasted here. */
  onPasteBlock: (text: string) => void;
  /** A key leads to a row that is not on this page. */
  onBeyond: (row: number) => void;
}

const cellAt = (input: HTMLInputElement, row: number, column: number) =>
  input.closest('table')?.querySelector<HTMLInputElement>(`input[data-at="${row}-${column}"]`) ?? undefined;

/** Where a key leads from here: rows always, columns only from the end of what is typed. */
function target(event: KeyboardEvent<HTMLInputElement>, { row, column }: { row: number; column: number }): HTMLInputElement | undefined {
  const input = event.currentTarget;
  const { selectionStart: from, selectionEnd: to, value } = input;
  const whole = from === 0 && to === value.length;
  if (event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey)) return cellAt(input, row - 1, column);
  if (event.key === 'ArrowDown' || event.key === 'Enter') return cellAt(input, row + 1, column);
  if (event.key === 'ArrowLeft' && (whole || to === 0)) return cellAt(input, row, column - 1);
  if (event.key === 'ArrowRight' && (whole || from === value.length)) return cellAt(input, row, column + 1);
  return undefined;
}

/** One cell: blank, excused or a score. Leaving it settles it; Escape takes back what was typed. */
export function MarkInput({ label, mark, scale, step, language, saving, at, onMark, onBad, onFocus, onPasteBlock, onBeyond }: MarkInputProps) {
  const [text, setText] = useState<string>();
  const shown = text ?? markText(mark, language);
  const wrong = text !== undefined && parseMark(text, { scale, step }) === undefined;

  function settle() {
    if (text === undefined) return;
    const next = parseMark(text, { scale, step });
    onBad(next ? undefined : text);
    if (!next) return;
    setText(undefined);
    if (!sameMark(next, mark)) onMark(next);
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Escape') {
      setText(undefined);
      onBad(undefined);
      return;
    }
    const next = target(event, at);
    if (event.key === 'Enter' || next) event.preventDefault();
    if (event.key === 'Enter' && !next) settle();
    next?.focus();
    if (next) return;
    if (event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey)) onBeyond(at.row - 1);
    else if (event.key === 'ArrowDown' || event.key === 'Enter') onBeyond(at.row + 1);
  }

  return (
    <input
      className={`markcell edit${saving ? ' saving' : ''}`} type="text" inputMode="decimal" autoComplete="off" aria-label={label} aria-invalid={wrong || undefined} data-at={`${at.row}-${at.column}`}
      value={shown} onChange={(event) => setText(event.currentTarget.value)} onKeyDown={press} onBlur={settle}
      onPaste={(event) => {
        const block = event.clipboardData.getData('text/plain');
        if (!/[\t\n]/u.test(block.trim())) return;
        event.preventDefault();
        onPasteBlock(block);
      }}
      onFocus={(event) => {
        event.currentTarget.select();
        onFocus();
      }}
    />
  );
}
