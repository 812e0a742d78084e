import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { LinkTabs, PageHead, usePage } from '@halong/design/web';
import { useTexts } from '@halong/platform/web';
import { Lecturers } from '../lecturer/lecturers.tsx';
import { Bells } from './bells.tsx';
import { Holidays } from './holidays.tsx';
import { say } from './places.texts.ts';
import { Rooms } from './rooms.tsx';

const parts: Record<string, { key: 'rooms' | 'bells' | 'holidays' | 'lecturers'; content: () => ReactNode }> = {
  rooms: { key: 'rooms', content: Rooms },
  bells: { key: 'bells', content: Bells },
  holidays: { key: 'holidays', content: Holidays },
  lecturers: { key: 'lecturers', content: Lecturers },
};

/** Rooms, bells, holidays and lecturers: what timetables are planned with. */
export default function Places() {
  const t = useTexts(say);
  const part = parts[useParams().part ?? 'rooms'] ?? { key: 'rooms' as const, content: Rooms };
  usePage({ crumbs: [{ label: t('title'), to: '/places' }, { label: t(part.key) }] });
  const Content = part.content;
  return (
    <>
      <PageHead title={t('title')} sub={t('lead')} />
      <LinkTabs
        label={t('parts')}
        tabs={[
          { to: '/places', label: t('rooms'), end: true }, { to: '/places/bells', label: t('bells') }, { to: '/places/holidays', label: t('holidays') },
          { to: '/places/lecturers', label: t('lecturers') },
        ]}
      />
      <Content />
    </>
  );
}
