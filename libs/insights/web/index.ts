import { lazy } from 'react';
import TraineeToday from './today/trainee-today.tsx';

export const insightsScreens = {
  /** Comes with the frame, as the sign-in does: the first picture of most people, on the slowest lines. */
  TraineeToday,
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
