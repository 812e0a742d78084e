import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { Skeletons } from '@halong/design/web';

/** Signed-in pages that fill the window: the camera, the lesson from afar, the screen on the wall. */
export const SoloFrame = () => <Suspense fallback={<Skeletons />}><Outlet /></Suspense>;
