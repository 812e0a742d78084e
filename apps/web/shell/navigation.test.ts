import { expect, it } from 'vitest';
import { navigationOf, restOf } from './navigation.ts';

const personas = ['trainee', 'lecturer', 'coordinator', 'unit-head', 'manager', 'certificate', 'admin'] as const;

it.each(personas)('%s: a phone reaches every screen of the rail, in the bar of five or behind its last place', (persona) => {
  const { rail, bar } = navigationOf(persona, 'vi');
  // Hôm nay of a trainee leads to the timetable and to the work that is due itself.
  const rest = restOf(persona, 'vi').filter(({ to }) => persona !== 'trainee' || (to !== '/timetable' && to !== '/assignments'));
  expect(bar).toHaveLength(5);
  expect([...bar, ...restOf(persona, 'vi')].map(({ to }) => to)).toEqual(expect.arrayContaining(rail.map(({ to }) => to)));
  expect(bar.some(({ to }) => to === '/more')).toBe(rest.length > 0);
});
