import 'reflect-metadata';
import { applyDecorators, createParamDecorator, Delete, Get, Head, HttpCode, Options, Patch, Post, Put, type ExecutionContext } from '@nestjs/common';
import type { Actor, AnswerOf, InputOf, RouteShape } from '@halong/platform/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import type { ByteRange } from './range.rules.ts';
import type { RequestContext } from '../request/request-context.ts';

export const ROUTE = Symbol('halong:route');

/** What `@Handle` methods receive. `actor` is there unless the route is open to anyone. */
export type Input<R extends RouteShape> = InputOf<R> & {
  actor: R['access'] extends 'anyone' ? Actor | undefined : Actor;
  /** The raw body of an upload route. */
  stream: R['upload'] extends object ? Readable : undefined;
  http: HttpExchange;
};

export type Answer<R extends RouteShape> = Promise<AnswerOf<R>>;

/** The few places that speak HTTP itself (cookies, addresses) do it through this. */
export interface HttpExchange {
  request: FastifyRequest;
  reply: FastifyReply;
  context: RequestContext;
}

export interface HalongRequest extends FastifyRequest {
  halong?: RequestContext;
  halongInput?: unknown;
}

/** A file that can be read from anywhere: requests for a part of it are answered with that part. */
export interface Seekable {
  bytes: number;
  /** Changes whenever the content does; without quotes. */
  etag: string;
  open(range?: ByteRange): Readable | Promise<Readable>;
}

/** An answer that is a file. */
export class Download {
  constructor(
    readonly name: string,
    readonly mediaType: string,
    readonly content: Readable | Uint8Array | Seekable,
    readonly inline = false,
  ) {}
}

const verbs = { GET: Get, POST: Post, PUT: Put, PATCH: Patch, DELETE: Delete, HEAD: Head, OPTIONS: Options };
const RouteInput = createParamDecorator((_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<HalongRequest>().halongInput);

/** Binds a controller method to its contract route; parsing, access, idempotency and stripping follow from it. */
export function Handle(route: RouteShape): MethodDecorator {
  return (target, key, descriptor) => {
    RouteInput()(target, key as string, 0);
    Reflect.defineMetadata(ROUTE, route, descriptor.value as object);
    applyDecorators(verbs[route.method](route.path.slice(1)), HttpCode(route.response || route.download || route.raw ? 200 : 204))(target, key, descriptor as never);
  };
}
