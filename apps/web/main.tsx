import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { createQueryClient, LanguageProvider, useLanguage } from '@halong/platform/web';
import { HalongProvider } from '@halong/design/web';
import { SiteRoutes } from './routes.tsx';
import { ScreenBoundary } from './shell/ScreenBoundary.tsx';
import { offerReloadWhenStale } from './shell/stale-bundle.ts';

function Site() {
  const { language } = useLanguage();
  return <HalongProvider lang={language}><ScreenBoundary><SiteRoutes /></ScreenBoundary></HalongProvider>;
}

offerReloadWhenStale();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <LanguageProvider>
        <BrowserRouter><Site /></BrowserRouter>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
