import { randomUUID } from 'node:crypto';
import { contest, type Contestant } from './contest.ts';
import { round, type Figure } from './figure.ts';
import { expectOk, type Stage } from './stage.ts';
import type { World } from './world.ts';

/**
 * Goes through the cells again and again, with PRESENT and UNEXCUSED in turn, so that every mark changes something
 * whichever contestant made the one before it.
 */
function marking({ toMark, lecturerCookie: cookie }: World): (address: (sessionId: number, enrolmentId: number) => string) => Contestant['operate'] {
  let marks = 0;
  return (address) => async () => {
    const [cell, turn] = [toMark[marks % toMark.length], Math.floor(marks / toMark.length)];
    marks += 1;
    const body = JSON.stringify({ status: turn % 2 === 0 ? 'PRESENT' : 'UNEXCUSED', reason: 'Điểm danh giấy' });
    await expectOk(address(cell?.sessionId ?? 0, cell?.enrolmentId ?? 0), {
      method: 'POST', body, headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    });
  };
}

/** The durable write: one attendance mark with its audit, outbox and idempotency rows. */
export async function marks({ product, bare, world, databasePid }: Stage): Promise<Figure[]> {
  const mark = marking(world);
  const cost = await contest(
    { name: 'product', pid: product.pid, operate: mark((session, enrolment) => `${product.url}/api/sessions/${session}/attendance/${enrolment}/mark`) },
    { name: 'bare', pid: bare.pid, operate: mark((session, enrolment) => `${bare.url}/mark/${session}/${enrolment}`) },
    databasePid, { rounds: 9, operations: 500 },
  );
  return [{
    name: 'durable write: attendance mark', figure: round(cost.ratio), goal: 2, unit: '× CPU of the bare handler',
    detail: `${cost.costs}; both write idempotency, evidence, record, audit and outbox rows; a thousand cells in turn`,
  }];
}
