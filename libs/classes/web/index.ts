import { lazy } from 'react';

export { ClassHeader, ClassTabs, classTabs, type ClassTab } from './training-class/class-header.tsx';
export { classStateLooks } from './training-class/class-state.ts';

/** Screens of classes, each its own chunk. */
export const classesScreens = {
  Classes: lazy(() => import('./training-class/classes.tsx')),
  NewClass: lazy(() => import('./training-class/new-class.tsx')),
  ClassOverview: lazy(() => import('./training-class/overview.tsx')),
  ClassTimetable: lazy(() => import('./session/class-timetable.tsx')),
  TimetableImport: lazy(() => import('./timetable-import/timetable-import.tsx')),
  Timetable: lazy(() => import('./session/timetable.tsx')),
  Places: lazy(() => import('./place/places.tsx')),
  Session: lazy(() => import('./session/session.tsx')),
};
