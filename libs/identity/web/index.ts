import { lazy } from 'react';

export { SignedIn, useSession } from './session/session-provider.tsx';

/** Screens of identity, each its own chunk. */
export const identityScreens = {
  SignIn: lazy(() => import('./sign-in/sign-in.tsx')),
  Activate: lazy(() => import('./activation/activate.tsx')),
  ActivationSlips: lazy(() => import('./activation/activation-slips.tsx')),
  Accounts: lazy(() => import('./account/accounts.tsx')),
};
