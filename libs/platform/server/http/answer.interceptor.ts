import { Inject, Injectable, StreamableFile, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { AppError, platformErrors, type Language, type RouteShape } from '@halong/platform/contract';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { z } from 'zod';
import { fieldWords } from './field-words.ts';
import { dispositionOf, fileHeaders, sendParts } from './file-answer.ts';
import { Download, ROUTE, type HalongRequest, type HttpExchange } from './handle.ts';
import { Idempotency } from './idempotency.ts';

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const keyPattern = /^[\w-]{8,80}$/;

const wordsOf = { vi: fieldWords('vi'), en: fieldWords('en') };

function parsePart(schema: z.ZodType | undefined, part: string, value: unknown, language: Language): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value ?? {}, { error: wordsOf[language] });
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({ path: [part, ...issue.path].join('.'), message: issue.message }));
  throw new AppError(platformErrors.invalid_input, {}, fields);
}

/** A file comes as raw bytes to the routes that take one, everything else as JSON: a form of another site is neither. */
function assertMediaType(route: RouteShape, request: HalongRequest): void {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const wanted = route.upload ? 'application/octet-stream' : 'application/json';
  if (type === wanted || (!route.upload && request.body === undefined)) return;
  throw new AppError(platformErrors.invalid_input, {}, [{ path: 'Content-Type', message: wanted }]);
}

/** Parses the request by its contract, runs the handler (once per key) and lets out only what the contract names. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(@Inject(Idempotency) private readonly idempotency: Idempotency) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = Reflect.getMetadata(ROUTE, context.getHandler()) as RouteShape;
    const http = context.switchToHttp();
    return from(this.answer(route, http.getRequest<HalongRequest>(), http.getResponse<FastifyReply>(), next));
  }

  private async answer(route: RouteShape, request: HalongRequest, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    if (unsafe.has(route.method) && !route.raw) assertMediaType(route, request);
    const language = request.halong?.language ?? 'vi';
    const input = {
      params: parsePart(route.params, 'params', request.params, language),
      query: parsePart(route.query, 'query', request.query, language),
      body: parsePart(route.body, 'body', request.body, language),
    };
    request.halongInput = {
      ...input,
      actor: request.halong?.actor,
      stream: route.upload ? request.body : undefined,
      http: { request, reply, context: request.halong },
    };
    const run = async () => this.strip(route, await lastValueFrom(next.handle(), { defaultValue: undefined }));
    const key = this.keyOf(route, request);
    const result = key === undefined
      ? await run()
      : await this.idempotency.once(request.halong?.actor?.accountId ?? 0, key, [route.method, request.url, input.body ?? null], run);
    return result instanceof Download ? this.send(result, { request, reply } as HttpExchange) : result;
  }

  private keyOf(route: RouteShape, request: HalongRequest): string | undefined {
    const key = request.headers['idempotency-key'];
    if (!unsafe.has(route.method) || route.ownTransaction || route.upload || route.download || route.raw || typeof key !== 'string') return undefined;
    if (!keyPattern.test(key)) throw new AppError(platformErrors.invalid_input, {}, [{ path: 'Idempotency-Key', message: '8–80 [A-Za-z0-9_-]' }]);
    return key;
  }

  private strip(route: RouteShape, result: unknown): unknown {
    if (result instanceof Download) return result;
    return route.response ? route.response.parse(result) : undefined;
  }

  private async send(file: Download, exchange: HttpExchange): Promise<StreamableFile | undefined> {
    if ('etag' in file.content) return void (await sendParts(file, file.content, exchange));
    void exchange.reply.headers(fileHeaders);
    return new StreamableFile(file.content as Uint8Array, { type: file.mediaType, disposition: dispositionOf(file) });
  }
}
