import { describe, expect, it } from 'vitest';
import { HashQueue } from './hash-queue.ts';

describe('the queue for hashing', () => {
  it('runs few at once, in the order of arrival, also after a failure', async () => {
    const queue = new HashQueue(2, 400);
    const order: number[] = [];
    let running = 0;
    let most = 0;
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) =>
        queue.inTurn(async () => {
          running += 1;
          most = Math.max(most, running);
          await new Promise((resolve) => setImmediate(resolve));
          running -= 1;
          order.push(index);
          if (index % 7 === 0) throw new Error('broken');
        }),
      ),
    );
    expect(most).toBe(2);
    expect(order).toEqual(order.toSorted((one, two) => one - two));
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(8);
  });

  it('is full with so many in line and empties again', async () => {
    const queue = new HashQueue(1, 3);
    const work = Array.from({ length: 4 }, () => queue.inTurn(() => new Promise((resolve) => setImmediate(resolve))));
    expect(queue.isFull).toBe(true);
    await Promise.all(work);
    expect(queue.isFull).toBe(false);
  });
});
