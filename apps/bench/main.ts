import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { classPages } from './class-pages.ts';
import type { Figure } from './figure.ts';
import { following } from './following.ts';
import { marks } from './marks.ts';
import { onStage, root, type Stage } from './stage.ts';
import { statements } from './statements.ts';
import { today } from './today.ts';
import { uploads } from './uploads.ts';

/** Each file is one comparison. A new one is a file and a word here; `npm run bench -- today` runs that one alone. */
const comparisons: Record<string, (stage: Stage) => Promise<Figure[]>> = { today, marks, classPages, uploads, statements, following };
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in comparisons));
if (unknown.length > 0) throw new Error(`There is no comparison ${unknown.join(', ')}; there are ${Object.keys(comparisons).join(', ')}`);

const figures = await onStage(async (stage) => {
  const all: Figure[] = [];
  for (const [name, compare] of Object.entries(comparisons)) if (chosen.length === 0 || chosen.includes(name)) all.push(...(await compare(stage)));
  return all;
});

mkdirSync(resolve(root, 'dist'), { recursive: true });
writeFileSync(resolve(root, 'dist/bench.json'), `${JSON.stringify(figures, null, 2)}\n`);
for (const { name, figure, goal, unit, detail } of figures) console.log(`${figure <= goal ? 'holds ' : 'MISSES'} ${name}: ${figure} (goal ${goal}) ${unit}; ${detail}`);
process.exit(figures.every(({ figure, goal }) => figure <= goal) ? 0 : 1);
