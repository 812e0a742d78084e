import { lazy } from 'react';

/** Screens of the catalogue, each its own chunk. */
export const catalogueScreens = {
  Programmes: lazy(() => import('./programme/programmes.tsx')),
  Programme: lazy(() => import('./programme/programme.tsx')),
  ProgrammeImport: lazy(() => import('./programme/programme-import.tsx')),
};
