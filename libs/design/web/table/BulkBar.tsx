import type { ReactNode } from 'react';
import { IconButton } from '../button/IconButton.tsx';
import { IconX } from '../icon/icons.ts';
import { useDesignLanguage, useDesignTexts } from '../provider/DesignContext.ts';
import { showCount } from './pages.ts';

interface BulkBarProps {
  count: number;
  onClear: () => void;
  /** "chọn cả 50": crosses pages. */
  all?: { total: number; onAll: () => void };
  /** Two or three verbs, the main one primary. */
  children: ReactNode;
}

/** What can be done with the chosen rows. */
export function BulkBar({ count, onClear, all, children }: BulkBarProps) {
  const texts = useDesignTexts();
  const lang = useDesignLanguage();
  return (
    <div className="bulk">
      <b role="status">{showCount(count, lang)} {texts.selected}</b>
      {all && count < all.total && <button type="button" className="linkish" onClick={all.onAll}>{texts.selectAll} {showCount(all.total, lang)}</button>}
      <span className="sp" />
      {children}
      <IconButton icon={IconX} label={texts.clearSelection} hint="none" onClick={onClear} />
    </div>
  );
}
