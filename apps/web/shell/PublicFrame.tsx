import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { Skeletons } from '@halong/design/web';
import { useLanguage } from '@halong/platform/web';
import { PublicLayout, SignInLayout } from '../layouts/index.ts';
import { ScreenBoundary } from './ScreenBoundary.tsx';

const Screen = () => <ScreenBoundary><Suspense fallback={<Skeletons />}><Outlet /></Suspense></ScreenBoundary>;

export function SignInFrame() {
  const { language, choose } = useLanguage();
  return <SignInLayout language={language} onLanguage={choose}><Screen /></SignInLayout>;
}

export function PublicFrame() {
  const { language, choose } = useLanguage();
  return <PublicLayout language={language} onLanguage={choose}><Screen /></PublicLayout>;
}
