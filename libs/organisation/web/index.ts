import { lazy } from 'react';

/** Screens of the organisation, each its own chunk. */
export const organisationScreens = {
  Imports: lazy(() => import('./import-list/import-list.tsx')),
  Import: lazy(() => import('./import-wizard/import-wizard.tsx')),
  Organisation: lazy(() => import('./tree/organisation.tsx')),
  People: lazy(() => import('./people/people.tsx')),
};
