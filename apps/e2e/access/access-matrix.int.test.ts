import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classCalls } from './calls.classes.ts';
import { peopleCalls, type Calls } from './calls.people.ts';
import { resultCalls } from './calls.results.ts';
import { send, type Call, type Reply } from './browser.ts';
import { domains, routes } from './domains.ts';
import { personas, type Persona } from './personas.ts';
import { verdicts, type Verdict } from './verdicts.ts';
import { World } from './world.ts';

const calls: Calls = { ...peopleCalls, ...classCalls, ...resultCalls };
const sorted = (names: Iterable<string>) => [...names].sort();

describe('the matrix is whole', () => {
  it('has a verdict and a call for every route of every contract, and no other', () => {
    expect(sorted(Object.keys(verdicts))).toEqual(sorted(routes.keys()));
    expect(sorted(Object.keys(calls))).toEqual(sorted(routes.keys()));
  });

  it('composes what the API composes', () => {
    const text = readFileSync(new URL('../../api/domains.ts', import.meta.url), 'utf8');
    const listed = /Domain\[\] = \[([^\]]*)\]/.exec(text)?.[1]?.split(',').map((name) => name.trim()).filter(Boolean);
    expect(listed).toEqual(domains.map(({ name }) => name));
  });
});

/** What happened, in the words of the table; an answer that shows what it must not says so. */
function outcome(reply: Reply, call: Call, verdict: Verdict, who: Persona): string {
  if (reply.status >= 200 && reply.status < 300) {
    if (verdict.sees === undefined || call.mark === undefined) return 'allowed';
    return reply.text.includes(call.mark) ? 'allowed and sees it' : 'allowed';
  }
  if (who === 'anonymous' && reply.status === 401) return 'refused';
  if (who !== 'anonymous' && (reply.status === 403 || reply.status === 404)) return 'refused';
  if (reply.code === verdict.refusal) return 'refused';
  return `${reply.status} ${reply.text.slice(0, 300)}`;
}

const wanted = (verdict: Verdict, who: Persona): string => {
  if (!verdict.allow.includes(who)) return 'refused';
  return verdict.sees?.includes(who) ? 'allowed and sees it' : 'allowed';
};

/** Those who are refused come first: what they must not do has not been done by somebody else. */
const inOrder = ({ allow }: Verdict): Persona[] => [...personas.filter((one) => !allow.includes(one)), ...personas.filter((one) => allow.includes(one))];

describe('who may do what', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  }, 120_000);
  afterAll(() => world.app.close());

  it.each(Object.entries(verdicts))('%s', async (key, verdict) => {
    const [route, make] = [routes.get(key)!, calls[key]!];
    const found: Partial<Record<Persona, string>> = {};
    for (const who of inOrder(verdict)) {
      const call = await make(world, who);
      const cookie = call.cookie ?? (who === 'anonymous' ? undefined : world.cookies[who]);
      const reply = await send(world.app.url, route, call, cookie);
      if (call.keepsCookie && reply.cookie && who !== 'anonymous') world.cookies[who] = reply.cookie;
      found[who] = outcome(reply, call, verdict, who);
    }
    expect(found).toEqual(Object.fromEntries(personas.map((who) => [who, wanted(verdict, who)])));
  }, 60_000);
});
