import type { z } from 'zod';
import type { Role } from './actor.ts';
import type { ErrorDef } from './errors.ts';

/** Which kind of caller may come here at all. What they may do to a row is the policy's question. */
export type Access = 'anyone' | 'signed-in' | readonly Role[];

export interface RouteShape {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';
  /** Below /api, with `:name` parameters. */
  path: `/${string}`;
  summary: string;
  access: Access;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Left out: the route answers 204. */
  response?: z.ZodType;
  /** The body is one file, sent raw as application/octet-stream. */
  upload?: { maxBytes: number };
  /** The answer is a file of one of these media types. */
  download?: readonly string[];
  /** The handler speaks HTTP itself (`takeOver`): guard and parameters are ours, headers, body and answer are its own. */
  raw?: true;
  /** The handler manages its own transaction (hashing, files): it must be safe to repeat by nature. */
  ownTransaction?: true;
  errors?: readonly ErrorDef[];
}

type Out<S> = S extends z.ZodType ? z.output<S> : undefined;
type In<S> = S extends z.ZodType ? z.input<S> : undefined;

/** What the handler receives. */
export interface InputOf<R extends RouteShape> {
  params: Out<R['params']>;
  query: Out<R['query']>;
  body: Out<R['body']>;
}

/** What the client sends: only the parts that the route has. */
export type CallOf<R extends RouteShape> = (R['params'] extends z.ZodType ? { params: In<R['params']> } : object) &
  (R['query'] extends z.ZodType ? { query?: In<R['query']> } : object) &
  (R['body'] extends z.ZodType ? { body: In<R['body']> } : object) &
  (R['upload'] extends object ? { file: Blob } : object);

/** What the client gets: the parsed answer, or the file of a download route. */
export type ResponseOf<R extends RouteShape> = R['download'] extends readonly string[] ? Blob : Out<R['response']>;
/** What a handler returns: the response schema strips and checks it. */
export type AnswerOf<R extends RouteShape> = R['response'] extends z.ZodType ? z.input<R['response']> : unknown;

/** The media type of an office's tables, read and written. */
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Declares one endpoint: the only source of types, validation, response stripping, web client and OpenAPI. */
export function route<const R extends RouteShape>(shape: R): R {
  return shape;
}
