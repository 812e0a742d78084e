import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { asDeclared } from './declared.ts';

const light = (code: string) => asDeclared(code, parseSync('contract.js', code).program.body);

describe('asDeclared', () => {
  it('keeps of a route how it is asked', () => {
    expect(light("const a = route({ method: 'GET', path: '/classes/:id', summary: 'One.', access: ['ADMIN'], params: z.object({ id }), response: one });"))
      .toBe("const a = route({ method: 'GET', path: '/classes/:id',     });");
    expect(light("export const send = route({ method: 'POST', path: '/files', upload: { maxBytes: 5 }, errors: [busy] });"))
      .toBe("export const send = route({ method: 'POST', path: '/files', upload: { maxBytes: 5 },  });");
  });

  it('lets the bundle drop a schema that nothing reads', () => {
    expect(light('export const one = z.object({ id: z.number() }), two = 2;')).toBe('export const one = /* @__PURE__ */ (() => z.object({ id: z.number() }))(), two = 2;');
  });

  it('leaves the rest alone', () => {
    const code = "export const codes = ['A', 'B'];\nexport const routes = { a, b };\nexport function say(x) { return z.string().parse(x); }\n";
    expect(light(code)).toBe(code);
  });
});
