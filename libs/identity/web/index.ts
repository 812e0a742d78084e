import { lazy } from 'react';
import SignIn from './sign-in/sign-in.tsx';

export { SignedIn, useSession } from './session/session-provider.tsx';

/** Screens of identity; the sign-in comes with the frame, each other one is its own chunk. */
export const identityScreens = {
  SignIn,
  Activate: lazy(() => import('./activation/activate.tsx')),
  ActivationSlips: lazy(() => import('./activation/activation-slips.tsx')),
  Accounts: lazy(() => import('./account/accounts.tsx')),
};
