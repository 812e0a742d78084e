export * from './actor.ts';
export * from './dates.ts';
export * from './errors.ts';
export * from './fields.ts';
export * from './realtime.ts';
export * from './route.ts';
export * from './texts.ts';
export * from './vietnamese.ts';
