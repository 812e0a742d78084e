import { Navigate } from 'react-router';
import { Suspense } from 'react';
import { assessmentScreens } from '@halong/assessment/web';
import { insightsScreens } from '@halong/insights/web';
import { homeOf } from '../shell/navigation.ts';
import { usePersona } from '../shell/persona.ts';

/** *Hôm nay* of the role whose home is shown. The head of a unit begins at the unit. */
export function Today() {
  const { persona } = usePersona();
  if (persona === 'unit-head') return <Navigate to={homeOf(persona)} replace />;
  if (persona === 'trainee') return <insightsScreens.TraineeToday work={<Suspense fallback={null}><assessmentScreens.DueWork /></Suspense>} />;
  if (persona === 'admin') return <insightsScreens.AdminDesk />;
  return persona === 'certificate' ? <insightsScreens.CertificateDesk /> : <insightsScreens.StaffDesk />;
}
