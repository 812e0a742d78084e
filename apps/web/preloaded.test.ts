import { describe, expect, it } from 'vitest';
import { filesOf } from './preloaded.ts';

const parts = [
  { type: 'chunk', fileName: 'assets/index-1.js', facadeModuleId: '/web/index.html', imports: ['assets/react-1.js'] },
  { type: 'chunk', fileName: 'assets/react-1.js', imports: [] },
  { type: 'chunk', fileName: 'assets/today-1.js', facadeModuleId: '/libs/insights/web/today/trainee-today.tsx', imports: ['assets/react-1.js', 'assets/icon-1.js'] },
  { type: 'chunk', fileName: 'assets/icon-1.js', imports: ['assets/today-1.js'] },
  { type: 'chunk', fileName: 'assets/record-1.js', facadeModuleId: '/libs/insights/web/record/record.tsx', imports: [] },
  { type: 'asset', fileName: 'assets/index-1.css' },
];
const page = '<script src="/assets/index-1.js"></script><link rel="modulepreload" href="/assets/react-1.js">';

describe('filesOf', () => {
  it('names the chunk of a screen with what it imports, but nothing that the page fetches anyway', () => {
    expect(filesOf(parts, ['/today/trainee-today.tsx'], page)).toEqual(['assets/icon-1.js', 'assets/today-1.js']);
  });

  it('names nothing for a screen that is not in the build', () => {
    expect(filesOf(parts, ['/today/gone.tsx'], page)).toEqual([]);
  });
});
