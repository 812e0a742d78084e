import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classCalls } from './calls.classes.ts';
import { peopleCalls, type Calls } from './calls.people.ts';
import { materialsCalls } from './calls.materials.ts';
import { markingCalls } from './calls.marking.ts';
import { resultCalls } from './calls.results.ts';
import { workCalls } from './calls.work.ts';
import { pathOf, send, type Call, type Reply } from './browser.ts';
import { routes } from './routes.ts';
import { personas, type Persona } from './personas.ts';
import { codesIn, issuing, leaks, secretsOf, type Answer } from './secrets.ts';
import { rawRequest, spellingsOf } from './spellings.ts';
import { verdicts, type Verdict } from './verdicts.ts';
import { World } from './world.ts';

const calls: Calls = { ...peopleCalls, ...classCalls, ...materialsCalls, ...resultCalls, ...markingCalls, ...workCalls };
const sorted = (names: Iterable<string>) => [...names].sort();

describe('the matrix is whole', () => {
  it('has a verdict and a call for every route of every contract, and no other', () => {
    expect(sorted(Object.keys(verdicts))).toEqual(sorted(routes.keys()));
    expect(sorted(Object.keys(calls))).toEqual(sorted(routes.keys()));
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

/** Reading first: what is changed later does not stand in its way. */
const inOrder = Object.entries(verdicts).sort(([one], [other]) => Number(!one.startsWith('GET ')) - Number(!other.startsWith('GET ')));
const refusedBy = ({ allow }: Verdict): Persona[] => personas.filter((one) => !allow.includes(one));

describe('who may do what', () => {
  let world: World;
  const answers: Answer[] = [];
  beforeAll(async () => {
    world = await World.open();
  }, 120_000);
  afterAll(() => world.app.close());

  const cookieOf = (who: Persona) => (who === 'anonymous' ? undefined : world.cookies[who]);

  async function attempt(key: string, call: Call, who: Persona): Promise<string> {
    const reply = await send(world.app.url, routes.get(key)!, call, call.cookie ?? cookieOf(who));
    if (call.keepsCookie && reply.cookie && who !== 'anonymous') world.cookies[who] = reply.cookie;
    if (reply.status < 300 && reply.json) answers.push({ route: key, text: reply.text });
    return outcome(reply, call, verdicts[key]!, who);
  }

  /** Refusals change nothing, so one call on one set of things serves all who are refused; they come first. Whoever is allowed gets fresh ones. */
  it.each(inOrder)('%s', async (key, verdict) => {
    const make = calls[key]!;
    const found: Partial<Record<Persona, string>> = {};
    const refused = refusedBy(verdict);
    const call = refused[0] === undefined ? {} : await make(world, refused.at(-1)!);
    await Promise.all(refused.map(async (who) => (found[who] = await attempt(key, call, who))));
    for (const who of verdict.allow) found[who] = await attempt(key, await make(world, who), who);
    expect(found).toEqual(Object.fromEntries(personas.map((who) => [who, wanted(verdict, who)])));
  }, 60_000);

  const readable = inOrder.filter(([key, verdict]) => key.startsWith('GET ') && refusedBy(verdict).length > 0);

  it.each(readable)('%s is refused in every spelling', async (key, verdict) => {
    const route = routes.get(key)!;
    const refused = refusedBy(verdict).filter((one) => one === 'anonymous' || verdict.sees === undefined);
    const path = pathOf(route, await calls[key]!(world, 'anonymous'));
    const opened = await Promise.all(
      refused.slice(0, 3).flatMap((who) =>
        spellingsOf(path).map(async ([name, method, spelled]) => {
          const { status } = await rawRequest(world.app.url, method, spelled, cookieOf(who));
          return status < 400 || status >= 500 ? `${who}: ${name}: ${status}` : undefined;
        }),
      ),
    );
    expect(opened.filter(Boolean)).toEqual([]);
  }, 60_000);

  it('shows in no answer what opens something', async () => {
    expect(answers.length).toBeGreaterThan(routes.size);
    expect(leaks(answers, await secretsOf(world))).toEqual([]);
    const codes = codesIn(answers);
    expect(codes).not.toEqual([]);
    expect(leaks(answers.filter(({ route }) => route !== issuing), codes)).toEqual([]);
  });
});
