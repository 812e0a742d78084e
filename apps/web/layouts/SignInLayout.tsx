import { type DesignLanguage, Logo, SignInPicture } from '@halong/design/web';
import type { ReactNode } from 'react';
import { layoutTexts } from './layoutTexts.ts';
import { LanguageSwitch } from './PublicLayout.tsx';

interface SignInLayoutProps {
  language: DesignLanguage;
  onLanguage: (language: DesignLanguage) => void;
  /** Support and privacy. */
  foot?: ReactNode;
  /** Heading, form, note about certificates. */
  children: ReactNode;
}

/** The bay on the left, the form on the right; a phone shows the form alone. */
export function SignInLayout({ language, onLanguage, foot, children }: SignInLayoutProps) {
  const texts = layoutTexts[language];
  return (
    <div className="signin">
      <a className="skip" href="#main">{texts.skip}</a>
      <aside className="art" aria-label={texts.product}>
        <SignInPicture />
        <div className="logo"><Logo size={44} />{texts.product}</div>
        <p className="say"><b>{texts.motto}</b><span>{texts.about}</span></p>
      </aside>
      <div className="side">
        <header className="tophead">
          <span className="brandline"><Logo size={36} />{texts.product}</span>
          <LanguageSwitch language={language} onLanguage={onLanguage} />
        </header>
        <main id="main" tabIndex={-1}>{children}</main>
        {foot && <footer>{foot}</footer>}
      </div>
    </div>
  );
}
