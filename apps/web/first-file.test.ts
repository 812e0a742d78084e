import { describe, expect, it } from 'vitest';
import { modulesUntilFirstPicture } from './first-file.ts';

const parts = [
  { type: 'chunk', fileName: 'index.js', isEntry: true, imports: ['react.js', 'button.js'], moduleIds: ['/web/main.tsx'] },
  { type: 'chunk', fileName: 'react.js', isEntry: false, imports: [], moduleIds: ['/react.js', '/react-dom.js'] },
  { type: 'chunk', fileName: 'button.js', isEntry: false, imports: ['react.js', 'icon.js'], moduleIds: ['/button.tsx'] },
  { type: 'chunk', fileName: 'icon.js', isEntry: false, imports: ['button.js'], moduleIds: ['/icon.tsx'] },
  { type: 'chunk', fileName: 'record.js', isEntry: false, imports: ['react.js', 'table.js'], moduleIds: ['/record.tsx'] },
  { type: 'chunk', fileName: 'table.js', isEntry: false, imports: [], moduleIds: ['/table.tsx'] },
  { type: 'asset', fileName: 'index.css' },
];

describe('modulesUntilFirstPicture', () => {
  it('is the entry with whatever it imports, near or far; a screen that is loaded later is not in it', () => {
    expect([...modulesUntilFirstPicture(parts)].sort()).toEqual(['/button.tsx', '/icon.tsx', '/react-dom.js', '/react.js', '/web/main.tsx']);
  });
});
