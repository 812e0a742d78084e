import { Catch, HttpException, Inject, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { AppError, fillText, platformErrors, statusOfKind, type ErrorDef, type Language, type Problem } from '@halong/platform/contract';
import type { FastifyReply } from 'fastify';
import { isDatabaseGone, isRetryable } from '../database/sql.ts';
import { LOG, type Log } from '../log/log.ts';
import type { HalongRequest } from './handle.ts';

const byStatus: Record<number, ErrorDef> = {
  400: platformErrors.invalid_input,
  401: platformErrors.not_signed_in,
  403: platformErrors.forbidden,
  404: platformErrors.not_found,
  405: platformErrors.not_found,
  413: platformErrors.too_large,
  415: platformErrors.invalid_input,
  429: platformErrors.too_many_requests,
};

/** Makes the expected error of whatever was thrown; what nobody expected becomes `unexpected`. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (isDatabaseGone(error)) return new AppError(platformErrors.unavailable);
  if (isRetryable(error)) return new AppError(platformErrors.busy);
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number } | null)?.statusCode;
  const known = byStatus[status ?? 500];
  return known ? new AppError(known, { limit: '1 MB', seconds: 60 }) : new AppError(platformErrors.unexpected);
}

export function problemOf(error: AppError, language: Language, requestId: string): Problem {
  const { def, params, fields } = error;
  return {
    type: `urn:halong:${def.code}`,
    title: fillText(def[language], { ...params, requestId }),
    status: statusOfKind[def.kind],
    code: def.code,
    requestId,
    ...(Object.keys(params).length > 0 ? { params } : {}),
    ...(fields.length > 0 ? { fields } : {}),
  };
}

/** Every refusal is an RFC 9457 problem in the person's language; only surprises are logged with their stack. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<HalongRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const error = toAppError(thrown);
    const context = request.halong ?? { requestId: request.id, language: 'vi' as const };
    if (error.def.kind === 'unexpected') this.log.error({ requestId: context.requestId, stack: (thrown as Error)?.stack ?? String(thrown) }, 'unexpected');
    // A handler that took the exchange over and failed has nothing more to say: whoever waits must not wait for ever.
    if (reply.sent) return void (reply.raw.writableEnded || reply.raw.destroy());
    const problem = problemOf(error, context.language, context.requestId);
    if (error.def.kind === 'unavailable') void reply.header('Retry-After', '2');
    if (error.def.kind === 'limit') void reply.header('Retry-After', String(error.params['seconds'] ?? 60));
    void reply.status(problem.status).header('Content-Type', 'application/problem+json; charset=utf-8').send(problem);
  }
}
