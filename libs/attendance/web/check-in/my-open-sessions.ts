import { sessionRoutes } from '@halong/classes/contract';
import { useQueryOf, useToday } from '@halong/platform/web';

/** My sessions of today that may take room codes; several at once are rare, then the person may choose. */
export function useMyOpenSessions() {
  const today = useToday();
  const { data = [] } = useQueryOf(sessionRoutes.mySessions, { query: { from: today, to: today } });
  return data.filter((one) => one.mine === 'ATTEND' && one.mode !== 'ONLINE' && (one.state === 'SCHEDULED' || one.state === 'LIVE'));
}
