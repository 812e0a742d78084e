import type { Domain } from '@halong/platform/server';

/** The product's table of contents, upstream first. */
export const domains: Domain[] = [];
