import { Injectable } from '@nestjs/common';
import { answerEvent, heartbeatEvent, joinEvent } from '@halong/attendance/contract';
import type { Actor } from '@halong/platform/contract';
import { OnSocket, type SocketInfo } from '@halong/platform/server';
import type { z } from 'zod';
import { OnlinePresence } from './online.service.ts';

@Injectable()
export class OnlineSockets {
  constructor(private readonly online: OnlinePresence) {}

  @OnSocket(joinEvent)
  join(actor: Actor, payload: z.output<typeof joinEvent.payload>, socket: SocketInfo): Promise<z.input<typeof joinEvent.reply>> {
    return this.online.join(actor, payload, socket);
  }

  @OnSocket(heartbeatEvent)
  async beat(actor: Actor, { connectionId }: z.output<typeof heartbeatEvent.payload>): Promise<z.input<typeof heartbeatEvent.reply>> {
    return this.online.beat(actor, connectionId);
  }

  @OnSocket(answerEvent)
  async answer(actor: Actor, payload: z.output<typeof answerEvent.payload>): Promise<z.input<typeof answerEvent.reply>> {
    await this.online.answer(actor, payload);
    return { answered: true };
  }
}
