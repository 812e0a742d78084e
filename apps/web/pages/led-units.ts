import { useSession } from '@halong/identity/web';

/** The units that the roles of this person name, each once. */
export function useLedUnits(): { id: number; name: string }[] {
  const { me } = useSession();
  const grants = me.roles.filter((one) => one.scopeType === 'ORG_SUBTREE');
  return [...new Map(grants.map((one) => [one.scopeId, { id: one.scopeId, name: one.scopeName ?? `#${one.scopeId}` }])).values()];
}
