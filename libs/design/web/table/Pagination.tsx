import { IconButton } from '../button/IconButton.tsx';
import { IconChevronLeft, IconChevronRight } from '../icon/icons.ts';
import { useDesignLanguage, useDesignTexts } from '../provider/DesignContext.ts';
import { pageCount, type PageOf, pageText } from './pages.ts';

export interface PaginationProps extends PageOf {
  onPage: (page: number) => void;
}

/** "1–50 / 1.187" and a step back or forth. */
export function Pagination({ onPage, ...at }: PaginationProps) {
  const texts = useDesignTexts();
  const lang = useDesignLanguage();
  return (
    <nav className="tblfoot" aria-label={texts.pages}>
      <span className="sp tn" role="status">{pageText(at, lang)}</span>
      <IconButton icon={IconChevronLeft} label={texts.previousPage} hint="none" disabled={at.page <= 1} onClick={() => onPage(at.page - 1)} />
      <IconButton icon={IconChevronRight} label={texts.nextPage} hint="none" disabled={at.page >= pageCount(at)} onClick={() => onPage(at.page + 1)} />
    </nav>
  );
}
