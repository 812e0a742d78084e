import { assessment } from '@halong/assessment/server';
import { attendance } from '@halong/attendance/server';
import { catalogue } from '@halong/catalogue/server';
import { certification } from '@halong/certification/server';
import { classes } from '@halong/classes/server';
import { completion } from '@halong/completion/server';
import { enrolment } from '@halong/enrolment/server';
import { identity } from '@halong/identity/server';
import { insights } from '@halong/insights/server';
import { materials } from '@halong/materials/server';
import { notifications } from '@halong/notifications/server';
import { organisation } from '@halong/organisation/server';
import { regulations } from '@halong/regulations/server';
import type { Domain } from '@halong/platform/server';

/** The product's table of contents, upstream first: api, worker, bench and the tests of the whole compose this one list. */
export const domains: Domain[] = [
  organisation, identity, regulations, catalogue, notifications, classes, enrolment,
  materials, attendance, assessment, completion, certification, insights,
];
