const browsers: readonly (readonly [RegExp, string])[] = [[/Edg(e|A|iOS)?\//, 'Edge'], [/OPR\//, 'Opera'], [/CocCoc|coc_coc/i, 'Cốc Cốc'], [/Firefox\/|FxiOS\//, 'Firefox'], [/Chrome\/|CriOS\//, 'Chrome'], [/Safari\//, 'Safari']];
const systems: readonly (readonly [RegExp, string])[] = [[/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Android/, 'Android'], [/Windows/, 'Windows'], [/Mac OS X|Macintosh/, 'macOS'], [/Linux|X11/, 'Linux']];

const first = (names: typeof browsers, text: string): string | undefined => names.find(([sign]) => sign.test(text))?.[1];

/** A device as people know it, "Chrome, Windows", from what its browser says of itself; null when it says nothing we know. */
export function deviceName(userAgent: string): string | null {
  const known = [first(browsers, userAgent), first(systems, userAgent)].filter(Boolean);
  return known.length > 0 ? known.join(', ') : null;
}
