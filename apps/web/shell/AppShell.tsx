import { Suspense, useCallback, useState } from 'react';
import { Outlet, useNavigate } from 'react-router';
import { useDueCount, useMarkingWaiting } from '@halong/assessment/web';
import { Skeletons, usePageInfo } from '@halong/design/web';
import { sessionRoutes } from '@halong/identity/contract';
import { useSession } from '@halong/identity/web';
import { Search } from '@halong/insights/web';
import { Boundary, useLanguage, useMutationOf } from '@halong/platform/web';
import type { Language } from '@halong/platform/contract';
import { AppLayout } from '../layouts/index.ts';
import { homeOf, navigationOf, sayNavigation, screensOf } from './navigation.ts';
import { usePersona } from './persona.ts';
import { useNews } from './news.ts';
import { ScreenBoundary } from './ScreenBoundary.tsx';

/** The frame around every signed-in screen, for the role whose home is shown. */
export function AppShell() {
  const { me, signOut } = useSession();
  const { language, choose } = useLanguage();
  const { persona, all, choose: choosePersona } = usePersona();
  const { crumbs, phoneHead, fill } = usePageInfo();
  const navigate = useNavigate();
  const keepLanguage = useMutationOf(sessionRoutes.changeMe);
  const marking = useMarkingWaiting(persona === 'lecturer');
  const due = useDueCount(persona === 'trainee');
  const { rail, bar } = navigationOf(persona, language, { '/marking': marking, '/assignments': due });
  const news = useNews(me.personId);
  const [searching, setSearching] = useState(false);
  const search = useCallback(() => setSearching(true), []);
  const speak = (next: Language) => {
    choose(next);
    keepLanguage.mutate({ body: { language: next } });
  };
  return (
    <AppLayout
      persona={sayNavigation(language, persona)} nav={rail} phoneBar={bar} crumbs={crumbs} phoneHead={phoneHead} fill={fill}
      user={{ id: String(me.accountId), name: me.displayName, title: sayNavigation(language, persona) }}
      language={language} onLanguage={speak} onSearch={search} news={news} newsTo="/notifications"
      personas={all.map((one) => ({ id: one, label: sayNavigation(language, one), current: one === persona }))}
      onPersona={(id) => {
        const next = all.find((one) => one === id) ?? persona;
        choosePersona(next);
        void navigate(homeOf(next));
      }}
      onSignOut={() => void signOut()}
    >
      <ScreenBoundary><Suspense fallback={<Skeletons />}><Outlet /></Suspense></ScreenBoundary>
      {searching && (
        <Boundary fallback={null}>
          <Suspense fallback={null}><Search screens={screensOf([persona, ...all], language)} onClose={() => setSearching(false)} /></Suspense>
        </Boundary>
      )}
    </AppLayout>
  );
}
