import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archivePaths } from './archive-paths.rules.ts';

describe('archivePaths', () => {
  it.each([
    [[{ topic: { no: 3, title: 'Tiếp nhận hồ sơ' }, title: 'Bốn bước', name: 'slide.PPTX' }], ['03 Tiếp nhận hồ sơ/Bốn bước.pptx']],
    [[{ topic: null, title: 'A', name: 'a.pdf' }, { topic: null, title: 'a', name: 'b.pdf' }], ['A.pdf', 'a (2).pdf']],
    [[{ topic: null, title: '../../etc/passwd', name: 'x' }], ['etc passwd']],
    [[{ topic: { no: 1, title: '..' }, title: '...', name: 'x.pdf' }], ['01 _/_.pdf']],
  ])('%#', (files, paths) => expect(archivePaths(files)).toEqual(paths));

  it('never leaves its folder and never meets another file, whatever things are called', () => {
    const file = fc.record({ topic: fc.option(fc.record({ no: fc.nat(99), title: fc.string() })), title: fc.string(), name: fc.string() });
    fc.assert(fc.property(fc.array(file, { maxLength: 20 }), (files) => {
      const paths = archivePaths(files);
      expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(files.length);
      for (const path of paths) {
        expect(path.split('/').length).toBeLessThanOrEqual(2);
        expect(path.split('/')).not.toContain('..');
        expect(path.split('/')).not.toContain('');
        expect(path).not.toMatch(/[\\:*?"<>|]|^\//);
      }
    }));
  });
});
