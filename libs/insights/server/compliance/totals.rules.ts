import { lights, outlooks, type Light, type Outlook } from '@halong/completion/contract';

export interface Total {
  light: Light;
  outlook: Outlook;
  people: number;
}

const sumOf = (totals: readonly Total[], of: (one: Total) => boolean): number => totals.filter(of).reduce((sum, { people }) => sum + people, 0);

/** People in all and with each light. */
export function countLights(totals: readonly Total[]): Record<Light | 'people', number> {
  const counted = lights.map((light) => [light, sumOf(totals, (one) => one.light === light)] as const);
  return { people: sumOf(totals, () => true), ...(Object.fromEntries(counted) as Record<Light, number>) };
}

export function countOutlooks(totals: readonly Total[]): Record<Outlook, number> {
  return Object.fromEntries(outlooks.map((outlook) => [outlook, sumOf(totals, (one) => one.outlook === outlook)])) as Record<Outlook, number>;
}

/** People with this light and this outlook; what is left out does not matter. */
export function countOf(totals: readonly Total[], { light, outlook }: { light?: Light | undefined; outlook?: Outlook | undefined }): number {
  return sumOf(totals, (one) => (!light || one.light === light) && (!outlook || one.outlook === outlook));
}

/** Share of those who owe periods and have them, 0–1; null when nobody owes any. */
export function shareEnough(totals: readonly Total[]): number | null {
  const owing = sumOf(totals, ({ light }) => light !== 'EXEMPT');
  return owing === 0 ? null : sumOf(totals, ({ light }) => light === 'GREEN') / owing;
}
