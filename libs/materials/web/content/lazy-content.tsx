import { lazy, Suspense } from 'react';
import { Skeletons } from '@halong/design/web';
import type { ClassContentProps } from './class-content.tsx';

const Loaded = lazy(() => import('./class-content.tsx'));

/** The content of a class, loaded when it is first shown. */
export const ClassContent = (props: ClassContentProps) => <Suspense fallback={<Skeletons rows={6} height={56} />}><Loaded {...props} /></Suspense>;

const Handouts = lazy(() => import('./session-handouts.tsx'));

/** What is handed out in a session, below what the session shows anyway: nobody waits for it. */
export const SessionHandouts = (props: { sessionId: number }) => <Suspense fallback={null}><Handouts {...props} /></Suspense>;
