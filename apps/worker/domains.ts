import { identity } from '@halong/identity/server';
import { organisation } from '@halong/organisation/server';
import type { Domain } from '@halong/platform/server';

/** The product's table of contents, upstream first. */
export const domains: Domain[] = [organisation, identity];
