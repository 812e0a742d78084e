import { passwordLength } from '@halong/identity/contract';
import { AppError, fillText, type ErrorDef } from '@halong/platform/contract';
import { currentRequest } from '@halong/platform/server';

const params = { min: passwordLength.min };

/** Throws the fault of a new password, with the field marked. */
export function refusePassword(fault: ErrorDef | undefined): void {
  if (!fault) return;
  const message = fillText(fault[currentRequest()?.language ?? 'vi'], params);
  throw new AppError(fault, params, [{ path: 'body.password', message }]);
}
