import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

/** Tinos has the widths of Times New Roman and every Vietnamese letter. */
const files = {
  regular: '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  italic: '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  bold: '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
} as const;

export type Face = keyof typeof files;

const faces = Object.keys(files) as Face[];
let loaded: Record<Face, Font> | undefined;

/**
 * The three fonts, read and taken apart once: their tables are most of the work of a page, and every paper has the same.
 * The files are found through the package, so a bundled server finds them too.
 */
export function paperFonts(): Record<Face, Font> {
  const { resolve } = createRequire(import.meta.url);
  loaded ??= Object.fromEntries(faces.map((face) => [face, opened(readFileSync(resolve(files[face])))])) as Record<Face, Font>;
  return loaded;
}

const ligatures = { first: 0xfb00, last: 0xfb06 };

/**
 * A glyph remembers the letter for which it was first asked, and that letter is what a reader copies out of the paper.
 * The parts of a composed letter are asked for without one, so each letter comes first; ligatures stay the letters they join.
 */
function opened(file: Buffer): Font {
  const font = create(file) as Font;
  for (const letter of font.characterSet) if (letter < ligatures.first || letter > ligatures.last) font.glyphForCodePoint(letter);
  return font;
}
