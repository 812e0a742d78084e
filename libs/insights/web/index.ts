import { lazy } from 'react';

export const insightsScreens = {
  TraineeToday: lazy(() => import('./today/trainee-today.tsx')),
  StaffDesk: lazy(() => import('./today/staff-desk.tsx')),
};
