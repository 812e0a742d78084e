import type { z } from 'zod';
import type { Access } from './route.ts';

/** Something one can watch: the server says that it changed, the client fetches it again. */
export interface TopicShape {
  name: string;
  access: Access;
}

export function topic<const T extends TopicShape>(shape: T): T {
  return shape;
}

/** A message from the client over the socket, for the few things that HTTP is too slow for. */
export interface SocketEventShape {
  name: string;
  access: Access;
  payload: z.ZodType;
  reply: z.ZodType;
}

export function socketEvent<const T extends SocketEventShape>(shape: T): T {
  return shape;
}

/** What a refused handshake says when nobody is signed in; anything else passes. */
export const notSignedIn = 'not_signed_in';

export interface Change {
  topic: string;
  id: number;
  version: number;
}
