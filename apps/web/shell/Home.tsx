import { Navigate } from 'react-router';
import { homeOf } from './navigation.ts';
import { usePersona } from './persona.ts';

/** `/` is where the person's day begins. */
export function Home() {
  const { persona } = usePersona();
  return <Navigate to={homeOf(persona)} replace />;
}
