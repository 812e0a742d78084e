import { Controller, Get, Injectable, Module, type Type } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { route, topic, socketEvent } from '@halong/platform/contract';
import { testInstallation } from '@halong/testing/server';
import { event, job, On, Runs } from '../events/event.ts';
import { Handle } from '../http/handle.ts';
import { OnSocket, Watch } from '../realtime/socket-handlers.ts';
import type { Domain } from './domain.ts';

const open = route({ method: 'GET', path: '/probe', summary: '', access: 'anyone', response: z.object({}) });
const moved = event('probe.moved', z.object({}));
const stamp = job('probe.stamp', z.object({}));
const room = topic({ name: 'probe.room', access: 'signed-in' });
const wave = socketEvent({ name: 'probe.wave', access: 'signed-in', payload: z.object({}), reply: z.object({}) });

@Controller()
class Handles {
  @Handle(open)
  async open() {
    return {};
  }
}

@Controller()
class HandlesWithoutContract {
  @Get('secret')
  secret() {
    return 'open to the world';
  }
}

@Injectable()
class Reacts {
  @Runs(stamp)
  async stamp(): Promise<void> {}
  @On(moved)
  async moved(): Promise<void> {}
  @Watch(room)
  async room(): Promise<boolean> {
    return true;
  }
  @OnSocket(wave)
  async wave() {
    return {};
  }
}

const sameName = (() => {
  @Injectable()
  class Reacts {
    @On(moved)
    async moved(): Promise<void> {}
  }
  return Reacts;
})();

@Injectable()
class StampsToo {
  @Runs(stamp)
  async stampToo(): Promise<void> {}
}

function domain(parts: Partial<Domain> & { controllers?: Type[]; providers?: Type[] }): Domain {
  const { controllers = [], providers = [], ...rest } = parts;
  class ProbeModule {}
  Module({ controllers, providers })(ProbeModule);
  return { name: 'probe', module: ProbeModule, entities: [], migrations: [], routes: {}, ...rest };
}

const messages = { moved, stamp };
const whole = { controllers: [Handles], providers: [Reacts], routes: { open }, messages, topics: { room }, socketEvents: { wave } };

describe('the boot check', () => {
  it('lets a whole domain start', async () => {
    const app = await testInstallation([domain(whole)]);
    await app.close();
  });

  it.each([
    ['a route without handler', [domain({ ...whole, controllers: [] })], 'route GET /probe: nobody handles it'],
    ['a handler without route', [domain({ ...whole, controllers: [Handles, HandlesWithoutContract] })], 'HandlesWithoutContract.secret: is a handler without a contract route'],
    ['a handler whose route no contract lists', [domain({ ...whole, routes: {} })], 'route GET /probe: not in any contract'],
    ['a route without access', [domain({ ...whole, routes: { open: { ...open, access: undefined as never } } })], 'route GET /probe: has no access'],
    ['a route for no role at all', [domain({ ...whole, routes: { open: { ...open, access: [] } } })], 'route GET /probe: has no access'],
    ['one route in two domains', [domain(whole), domain({ name: 'other', routes: { again: open } })], 'route GET /probe: declared twice'],
    ['a job without handler', [domain({ ...whole, messages: { ...messages, lost: job('probe.lost', z.object({})) } })], 'job probe.lost: nobody handles it'],
    ['a job with two handlers', [domain({ ...whole, providers: [Reacts, StampsToo] })], 'job probe.stamp: handled more than once'],
    ['two messages of one name', [domain({ ...whole, messages: { ...messages, again: event('probe.moved', z.object({})) } })], 'message probe.moved: declared twice'],
    ['a listener to something undeclared', [domain({ ...whole, messages: { stamp } })], 'Reacts.moved.probe.moved: listens to a message that no domain declares'],
    ['two listeners of one name', [domain(whole), domain({ name: 'other', providers: [sameName] })], 'Reacts.moved.probe.moved: two providers have this name'],
    ['a topic that nobody guards', [domain({ ...whole, topics: { room, hall: topic({ name: 'probe.hall', access: 'signed-in' }) } })], 'topic probe.hall: nobody handles it'],
    ['a socket event of no contract', [domain({ ...whole, socketEvents: {} })], 'socket event probe.wave: not in any contract'],
  ])('refuses %s and says so', async (_name, domains, fault) => {
    await expect(testInstallation(domains)).rejects.toThrow(fault);
  });

  it('names all faults at once', async () => {
    const start = testInstallation([domain({ ...whole, controllers: [], topics: {} })]);
    await expect(start).rejects.toThrow(/route GET \/probe: nobody[^]*topic probe.room: not in any contract/);
  });
});
