import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
import { identityErrors } from '@halong/identity/contract';
import { AppError } from '@halong/platform/contract';
import { HashQueue } from './hash-queue.ts';
import { hashPassword, isPassword } from './password-hash.ts';

const maxWaiting = 400;

/** Hashes and compares passwords, few at a time: a storm of sign-ins waits in a short queue and leaves the rest of Halong alone. */
@Injectable()
export class Passwords {
  private readonly queue = new HashQueue(Math.min(2, availableParallelism()), maxWaiting);

  /** @throws AppError sign_in_busy when the queue is full; ask before counting an attempt. */
  assertRoom(): void {
    if (this.queue.isFull) throw new AppError(identityErrors.sign_in_busy);
  }

  /** @throws AppError sign_in_busy */
  async hash(password: string): Promise<string> {
    this.assertRoom();
    return this.queue.inTurn(() => hashPassword(password));
  }

  /** With null it works as long and answers false. @throws AppError sign_in_busy */
  async matches(password: string, stored: string | null): Promise<boolean> {
    this.assertRoom();
    return this.queue.inTurn(() => isPassword(password, stored));
  }
}
