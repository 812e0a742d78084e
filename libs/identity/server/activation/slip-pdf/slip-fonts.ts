import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const files = {
  regular: '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
  strong: '@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf',
} as const;

export type SlipFace = keyof typeof files;
let loaded: Record<SlipFace, Buffer> | undefined;

/** The font files, read once. They are found through the package, so a bundled server finds them too. */
export function slipFonts(): Record<SlipFace, Buffer> {
  const { resolve } = createRequire(import.meta.url);
  loaded ??= { regular: readFileSync(resolve(files.regular)), strong: readFileSync(resolve(files.strong)) };
  return loaded;
}
