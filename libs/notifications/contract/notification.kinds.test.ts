import { describe, expect, it } from 'vitest';
import { notificationKinds, notificationText } from './notification.kinds.ts';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

describe.each(Object.entries(notificationKinds))('%s', (kind, { params, title, body }) => {
  it.each(['vi', 'en'] as const)('asks in %s for nothing that is not declared, and uses all of it', (language) => {
    const used = new Set([...placeholders(title[language]), ...placeholders(body[language])]);
    expect([...used].sort()).toEqual([...params].sort());
  });

  it('leaves no placeholder open when everything is given', () => {
    const given = Object.fromEntries(params.map((name) => [name, 'x']));
    for (const language of ['vi', 'en'] as const) expect(JSON.stringify(notificationText(language, kind, given))).not.toMatch(/[{]\w+[}]/);
  });
});

describe('notificationText', () => {
  it('writes days as people do and picks the language of a pair', () => {
    const params = { classCode: 'LD-PX K01/2026', className: { vi: 'Lãnh đạo cấp phòng', en: 'Division leaders' }, openingDate: '2026-10-01' };
    expect(notificationText('vi', 'admitted', params)?.body).toContain('Lớp Lãnh đạo cấp phòng, khai giảng ngày 01/10/2026.');
    expect(notificationText('en', 'admitted', params)?.body).toContain('Division leaders opens on 01/10/2026.');
  });

  it('does not answer for a kind that it does not know', () => {
    expect(notificationText('vi', 'toString', {})).toBeUndefined();
  });
});
