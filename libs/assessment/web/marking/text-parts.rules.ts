export interface Span {
  from: number;
  to: number;
  /** Number of the comment at this place; 0: only lit. */
  no: number;
}

export interface TextPart {
  from: number;
  text: string;
  /** Numbers of the comments on these words; empty: plain. */
  notes: number[];
  lit: boolean;
  /** Comments that end here, for their pins. */
  ending: number[];
}

/** Paragraphs of a text, each cut where a place begins or ends, so that every character has its position. */
export function textParts(text: string, spans: readonly Span[]): TextPart[][] {
  return paragraphsOf(text).map(({ from, to }) => {
    const here = spans.filter((span) => span.from < to && span.to > from);
    const cuts = [...new Set([from, to, ...here.flatMap((span) => [Math.max(from, span.from), Math.min(to, span.to)])])].sort((a, b) => a - b);
    return cuts.slice(0, -1).map((start, at) => {
      const end = cuts[at + 1] ?? to;
      const over = here.filter((span) => span.from <= start && span.to >= end);
      return { from: start, text: text.slice(start, end), notes: over.map(({ no }) => no).filter((no) => no > 0), lit: over.length > 0, ending: over.filter((span) => span.to === end && span.no > 0).map(({ no }) => no) };
    });
  });
}

function paragraphsOf(text: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) if (match[0].trim() !== '') found.push({ from: match.index, to: match.index + match[0].length });
  return found;
}
