const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (xml: string) => xml.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, digits?: string, name?: string) => {
  if (name) return entities[name] ?? whole;
  const code = hex ? parseInt(hex, 16) : Number(digits);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
});

/** Target of each relation of a part, by id; with its kind. */
export function relationsOf(xml: string): { id: string; type: string; target: string }[] {
  return [...xml.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => {
    const value = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
    return { id: value('Id'), type: value('Type').split('/').at(-1) ?? '', target: value('Target') };
  });
}

/** The slides of a presentation in the order in which they are shown, as ids of relations. */
export const slideOrder = (presentation: string): string[] => [...presentation.matchAll(/<p:sldId\b[^>]*\br:id="([^"]+)"/g)].map(([, id]) => id!);

/** What is written in the body of a notes page; the number and the picture of the slide are none of it. */
export function notesText(xml: string): string {
  const shapes = xml.split(/<p:sp>|<p:sp /).slice(1).filter((shape) => /<p:ph\b[^>]*\btype="body"/.test(shape));
  const lines = shapes.flatMap((shape) => shape.split(/<a:p>|<a:p /).slice(1)).map((paragraph) => [...paragraph.matchAll(/<a:t(?: [^>]*)?>([^<]*)<\/a:t>/g)].map(([, words]) => plain(words!)).join(''));
  return lines.join('\n').trim();
}
