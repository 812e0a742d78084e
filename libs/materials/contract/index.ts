export * from './content.ts';
export * from './content-reuse.ts';
export * from './document.ts';
export * from './materials.errors.ts';
export * from './progress.ts';
export * from './rendition.ts';
export * from './upload.ts';
