import { z } from 'zod';
import { event } from '@halong/platform/server';

/** The records of these people are not what they were: names, addresses or posts. Published in the transaction of the change. */
export const peopleChanged = event('organisation.people_changed', z.object({ personIds: z.array(z.number().int()).min(1) }));

export const personMessages = { peopleChanged };
