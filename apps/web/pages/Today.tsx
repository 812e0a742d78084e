import { insightsScreens } from '@halong/insights/web';
import { usePersona } from '../shell/persona.ts';

/** *Hôm nay* of the role whose home is shown. */
export function Today() {
  const { persona } = usePersona();
  return persona === 'trainee' ? <insightsScreens.TraineeToday /> : <insightsScreens.StaffDesk />;
}
