import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { Skeletons } from '@halong/design/web';
import { ScreenBoundary } from './ScreenBoundary.tsx';

/** Signed-in pages that fill the window: the camera, the lesson from afar, the screen on the wall. */
export const SoloFrame = () => <ScreenBoundary><Suspense fallback={<Skeletons />}><Outlet /></Suspense></ScreenBoundary>;
