import type { AnchoredNote } from '@halong/assessment/contract';
import { useTexts } from '@halong/platform/web';
import { say } from './marking.texts.ts';
import { textParts, type Span } from './text-parts.rules.ts';

interface ScriptTextProps {
  text: string;
  notes: readonly AnchoredNote[];
  /** Words that are lit without a comment. */
  lit?: readonly { from: number; to: number }[];
  onNote?: (key: string) => void;
  empty: string;
}

/** The text of the page as a paper, with its places lit and pins beside them. */
export function ScriptText({ text, notes, lit = [], onNote, empty }: ScriptTextProps) {
  const t = useTexts(say);
  const spans: Span[] = [
    ...notes.flatMap(({ place }, at) => (place.kind === 'TEXT' ? [{ from: place.from, to: place.to, no: at + 1 }] : [])),
    ...lit.map(({ from, to }) => ({ from, to, no: 0 })),
  ];
  if (text.trim() === '') return <p className="muted">{empty}</p>;
  return textParts(text, spans).map((parts, at) => (
    <p key={at} className={isHeading(parts) ? 'b' : undefined}>
      {parts.map(({ from, text: words, lit: shown }) => (shown ? <mark key={from} data-from={from}>{words}</mark> : <span key={from} data-from={from}>{words}</span>))}
      {[...new Set(parts.flatMap(({ ending }) => ending))].map((no, place) => {
        const note = notes[no - 1];
        return note && <button key={note.key} type="button" className="pin" style={{ right: -42 + place * -4, top: place * 30 }} aria-label={t('note', { no })} title={note.text} onClick={() => onNote?.(note.key)}>{no}</button>;
      })}
    </p>
  ));
}

/** A short line that begins with a number. */
const isHeading = (parts: readonly { text: string }[]): boolean => /^\d+(\.\d+)*\.? .{1,70}$/.test(parts.map(({ text }) => text).join('').trim());

function offsetOf(node: Node, offset: number): number | undefined {
  const part = (node instanceof HTMLElement ? node : node.parentElement)?.closest<HTMLElement>('[data-from]');
  return part ? Number(part.dataset['from']) + (node.nodeType === Node.TEXT_NODE ? offset : 0) : undefined;
}

/** The words that are selected in the paper, by their place in the text. */
export function selectedPlace(paper: HTMLElement, text: string): { from: number; to: number; quote: string } | undefined {
  const selection = window.getSelection();
  const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : undefined;
  if (!range || !paper.contains(range.commonAncestorContainer)) return undefined;
  const [from, to] = [offsetOf(range.startContainer, range.startOffset), offsetOf(range.endContainer, range.endOffset)];
  if (from === undefined || to === undefined || to <= from) return undefined;
  selection?.removeAllRanges();
  return { from, to, quote: text.slice(from, to).slice(0, 2_000) };
}
