import { z } from 'zod';
import { job } from '@halong/platform/server';

export const notificationMessages = {
  mailNotifications: job('notifications.mail', z.object({ notificationIds: z.array(z.number().int()) })),
};
