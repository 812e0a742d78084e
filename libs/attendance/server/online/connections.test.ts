import { describe, expect, it } from 'vitest';
import { Connections } from './connections.ts';

const lost = 20;
const opening = (id: string, more = {}) => ({ id, sessionId: 1, enrolmentId: 5, accountId: 9, socketId: `socket-${id}`, ...more });
const spans = (connections: Connections) => connections.unstored().map(({ connectionId, from, to }) => `${connectionId} ${from}-${to}`);

describe('presence that is not stored yet', () => {
  it('grows with heartbeats and ends at the last one before a gap', () => {
    const connections = new Connections();
    const one = connections.open(opening('a'), 0, lost);
    expect(spans(connections)).toEqual(['a 0-0']);
    for (const now of [10, 20, 30, 60, 70]) connections.beat(one, now, lost);
    expect(spans(connections)).toEqual(['a 0-30', 'a 60-70']);
  });

  it('goes on where the stored batch ended', () => {
    const connections = new Connections();
    const one = connections.open(opening('a'), 0, lost);
    connections.beat(one, 10, lost);
    const batch = connections.unstored();
    connections.beat(one, 20, lost);
    connections.stored(batch);
    expect(spans(connections)).toEqual(['a 10-20']);
    connections.stored(connections.unstored());
    expect(spans(connections)).toEqual([]);
    connections.beat(one, 30, lost);
    expect(spans(connections)).toEqual(['a 20-30']);
  });

  it('entering is the first heartbeat: stored once, also when nothing follows', () => {
    const connections = new Connections();
    const one = connections.open(opening('a'), 0, lost);
    connections.stored(connections.unstored());
    expect(spans(connections)).toEqual([]);
    connections.beat(one, 10, lost);
    expect(spans(connections)).toEqual(['a 0-10']);
    connections.stored(connections.unstored());
    connections.beat(one, 50, lost);
    expect(spans(connections)).toEqual(['a 50-50']);
    connections.close('a', 'socket-a');
    connections.forgetClosed();
    expect(connections.size).toBe(1);
    connections.stored(connections.unstored());
    expect(connections.size).toBe(0);
  });

  it('ends with the session, and nobody arrives after it', () => {
    const connections = new Connections();
    const one = connections.open(opening('a'), 0, lost);
    connections.beat(one, 10, lost, 15);
    connections.beat(one, 20, lost, 15);
    expect(spans(connections)).toEqual(['a 0-15']);
    const late = connections.open(opening('b'), 0, lost);
    connections.beat(late, 60, lost, 50);
    expect(spans(connections)).toEqual(['a 0-15', 'b 0-0']);
  });

  it('keeps what could not be stored', () => {
    const connections = new Connections();
    const one = connections.open(opening('a'), 0, lost);
    connections.beat(one, 10, lost);
    connections.unstored();
    connections.beat(one, 25, lost);
    expect(spans(connections)).toEqual(['a 0-25']);
  });

  it('forgets a closed connection once its presence is stored, and not before', () => {
    const connections = new Connections();
    const one = connections.open(opening('a'), 0, lost);
    connections.beat(one, 10, lost);
    connections.close('a', 'another socket');
    expect(one.closed).toBe(false);
    connections.close('a', 'socket-a');
    connections.forgetClosed();
    expect(connections.size).toBe(1);
    connections.stored(connections.unstored());
    expect(connections.size).toBe(0);
  });

  it('is taken up again by a new socket', () => {
    const connections = new Connections();
    const one = connections.open(opening('a'), 0, lost);
    connections.beat(one, 10, lost);
    connections.close('a', 'socket-a');
    connections.open(opening('a', { socketId: 'second' }), 25, lost);
    expect(spans(connections)).toEqual(['a 0-25']);
    connections.close('a', 'socket-a');
    expect(connections.find('a')?.closed).toBe(false);
  });

  it('is bounded', () => {
    const connections = new Connections(1);
    expect(connections.full).toBe(false);
    connections.open(opening('a'), 0, lost);
    expect(connections.full).toBe(true);
  });
});
