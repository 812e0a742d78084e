import {
  IconArchive, IconClipboardText, IconExternalLink, IconFileDescription, IconFileSpreadsheet, IconFileText, IconFileTypePdf, IconHeadphones, IconNote, IconPresentation, IconVideo, IconCamera, showBytes,
  type IconType,
} from '@halong/design/web';
import type { ContentItem, DocumentKind } from '@halong/materials/contract';
import { say } from './content.texts.ts';

type Texts = (key: Parameters<typeof say>[1], params?: Record<string, string | number>) => string;

const documentIcons: Record<DocumentKind, IconType> = {
  PDF: IconFileTypePdf, WORD: IconFileText, SLIDES: IconPresentation, SHEET: IconFileSpreadsheet, IMAGE: IconCamera, VIDEO: IconVideo, AUDIO: IconHeadphones, TEXT: IconFileDescription,
  CAPTIONS: IconFileDescription, ARCHIVE: IconArchive,
};

export function iconOf({ kind, document }: Pick<ContentItem, 'kind' | 'document'>): IconType {
  if (document) return documentIcons[document.kind];
  return kind === 'LINK' ? IconExternalLink : kind === 'PAGE' ? IconNote : kind === 'ASSIGNMENT' ? IconClipboardText : IconFileText;
}

function lengthText(t: Texts, durationMs: number): string {
  const minutes = Math.floor(durationMs / 60_000);
  if (minutes < 1) return t('seconds', { seconds: Math.round(durationMs / 1_000) });
  return minutes < 60 ? t('minutes', { minutes }) : t('hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

const hostOf = (url: string): string => {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
};

/** "34 trang, 2,1 MB", "2 giờ 51 phút, 96 MB", "dichvucong.gov.vn". */
export function factsOf(t: Texts, { kind, document, url, sessionNo }: Pick<ContentItem, 'kind' | 'document' | 'url' | 'sessionNo'>): string {
  const handout = sessionNo === null ? [] : [t('handout', { no: sessionNo })];
  if (url) return [t('LINK'), hostOf(url), ...handout].join(', ');
  if (!document) return [t(kind), ...handout].join(', ');
  const size = document.durationMs ? lengthText(t, document.durationMs) : document.pages ? t('pages', { count: document.pages }) : t(document.kind);
  return [size, showBytes(document.bytes), ...handout].join(', ');
}
