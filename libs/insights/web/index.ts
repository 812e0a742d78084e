import { lazy } from 'react';

export const insightsScreens = {
  TraineeToday: lazy(() => import('./today/trainee-today.tsx')),
  AdminDesk: lazy(() => import('./desk/admin-desk.tsx')),
  CertificateDesk: lazy(() => import('./desk/certificate-desk.tsx')),
  StaffDesk: lazy(() => import('./today/staff-desk.tsx')),
  Record: lazy(() => import('./record/record.tsx')),
  Unit: lazy(() => import('./unit/unit-home.tsx')),
  UnitStaff: lazy(() => import('./unit/unit-staff.tsx')),
  Overview: lazy(() => import('./overview/overview.tsx')),
  OverviewUnits: lazy(() => import('./overview/overview-units.tsx')),
};

export type { SearchScreen } from './search/search.tsx';
/** The one search field over any page; its chunk is loaded when it is first opened. */
export const Search = lazy(() => import('./search/search.tsx'));
