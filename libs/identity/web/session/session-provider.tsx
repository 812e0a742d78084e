import { useQueryClient } from '@tanstack/react-query';
import { createContext, lazy, Suspense, useContext, useEffect, useState, type ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { ErrorState, Skeletons } from '@halong/design/web';
import { sessionRoutes, type Me } from '@halong/identity/contract';
import { Boundary, call, closeSocket, onSignedOut, renewSocket, useLanguage, useQueryOf } from '@halong/platform/web';

const SignInAgain = lazy(() => import('./sign-in-again.tsx'));

interface Session {
  me: Me;
  signOut: () => Promise<void>;
  /** The sign-in has ended and the dialog asks for the password; false again when the person is back. */
  ended: boolean;
}

const SessionContext = createContext<Session | null>(null);

/** Who is signed in; only below `SignedIn`. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is only for screens below SignedIn');
  return session;
}

/**
 * Shows its children to people who are signed in and sends the others to the sign-in page and back.
 * When the sign-in ends later, a dialog asks for the password over the page: what was typed stays.
 */
export function SignedIn({ children }: { children: ReactNode }) {
  const location = useLocation();
  const client = useQueryClient();
  const { choose } = useLanguage();
  const { data: me, error, refetch } = useQueryOf(sessionRoutes.getMe, {});
  const [ended, setEnded] = useState(false);
  const known = me !== undefined;
  useEffect(() => (known ? onSignedOut(() => setEnded(true)) : undefined), [known]);

  if (!me) {
    if (error?.problem.status === 401) return <Navigate to={`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`} replace />;
    if (error) return <ErrorState centered problem={error.problem} onRetry={() => void refetch()} />;
    return <Skeletons rows={5} />;
  }
  const signOut = async () => {
    await call(sessionRoutes.signOut, {});
    closeSocket();
    client.clear();
    window.location.assign('/sign-in');
  };
  const comeBack = (fresh: Me) => {
    setEnded(false);
    choose(fresh.language);
    renewSocket();
    void client.invalidateQueries();
  };
  return (
    <SessionContext value={{ me, signOut, ended }}>
      {children}
      {ended && <Boundary fallback={null}><Suspense fallback={null}><SignInAgain me={me} onBack={comeBack} /></Suspense></Boundary>}
    </SessionContext>
  );
}
