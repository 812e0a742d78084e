import { z } from 'zod';
import { job } from '@halong/platform/server';

export const identityMessages = {
  forgetSessions: job('identity.forget_sessions', z.object({}), { ownTransaction: true }),
};
