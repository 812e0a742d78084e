import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Tinos has the widths of Times New Roman and every Vietnamese letter. */
const files = {
  regular: '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  italic: '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  bold: '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
} as const;

export type Face = keyof typeof files;

const faces = Object.keys(files) as Face[];
let loaded: Record<Face, Buffer> | undefined;

/** The three font files, read once. They are found through the package, so a bundled server finds them too. */
export function paperFonts(): Record<Face, Buffer> {
  const { resolve } = createRequire(import.meta.url);
  loaded ??= Object.fromEntries(faces.map((face) => [face, readFileSync(resolve(files[face]))])) as Record<Face, Buffer>;
  return loaded;
}
