import { sayReason, type RenditionView } from '@halong/materials/contract';
import type { Language } from '@halong/platform/contract';
import type { RenditionProgress } from './rendition.rows.ts';

export const renditionViewOf = ({ kind, state, percent, reason }: RenditionProgress, language: Language): RenditionView => ({
  kind, state, percent: state === 'READY' ? 100 : percent, reason: state === 'FAILED' && reason ? sayReason(language, reason) : null,
});
