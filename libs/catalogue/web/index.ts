import { lazy } from 'react';

/** Screens of the catalogue, each its own chunk. */
export const catalogueScreens = {
  Programmes: lazy(() => import('./programme/programmes.tsx')),
  Programme: lazy(() => import('./programme/programme.tsx')),
  NewProgramme: lazy(() => import('./programme/new-programme.tsx')),
  NewVersion: lazy(() => import('./programme/new-version.tsx')),
  ProgrammeImport: lazy(() => import('./programme/programme-import.tsx')),
};
