import { lazy } from 'react';

/** Screens of enrolment, each its own chunk. */
export const enrolmentScreens = {
  NominationReview: lazy(() => import('./nomination-review/nomination-review.tsx')),
  Calls: lazy(() => import('./nomination-list/calls.tsx')),
  NominationList: lazy(() => import('./nomination-list/nomination-list.tsx')),
  Trainees: lazy(() => import('./trainees/trainees.tsx')),
};
