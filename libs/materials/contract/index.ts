export * from './document.ts';
export * from './materials.errors.ts';
export * from './upload.ts';
