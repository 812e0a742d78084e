import { type DesignLanguage, Logo, Segmented } from '@halong/design/web';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { layoutTexts } from './layoutTexts.ts';

interface PublicLayoutProps {
  language: DesignLanguage;
  onLanguage: (language: DesignLanguage) => void;
  /** Contact, privacy. */
  foot?: ReactNode;
  /** Up to 1360 px instead of 720. */
  wide?: boolean;
  children: ReactNode;
}

const languages = [{ value: 'vi', label: 'Tiếng Việt' }, { value: 'en', label: 'English' }] as const;

/** Vietnamese or English, each in its own name. */
export const LanguageSwitch = ({ language, onLanguage }: Pick<PublicLayoutProps, 'language' | 'onLanguage'>) => (
  <Segmented options={languages} value={language} onChange={onLanguage} label={layoutTexts[language].language} />
);

/** A page anybody may see: checking a certificate, privacy, an invitation. */
export function PublicLayout({ language, onLanguage, foot, wide = false, children }: PublicLayoutProps) {
  const texts = layoutTexts[language];
  return (
    <div className={wide ? 'public wide' : 'public'}>
      <a className="skip" href="#main">{texts.skip}</a>
      <header className="ph">
        <Link to="/" className="brandline"><Logo /><span>{texts.product}</span></Link>
        <span className="sp" />
        <LanguageSwitch language={language} onLanguage={onLanguage} />
      </header>
      <main id="main" tabIndex={-1}>{children}</main>
      {foot && <footer className="pfoot">{foot}</footer>}
    </div>
  );
}
