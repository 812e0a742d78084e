import { PageHead, setPanelSlot } from '@halong/design/web';
import { useEffect } from 'react';
import { PhoneHead, TopBar } from './heads.tsx';
import type { AppLayoutProps } from './layout.types.ts';
import { layoutTexts } from './layoutTexts.ts';
import { PhoneBar, Rail } from './Rail.tsx';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select, [role=textbox]') || target.closest('[role=dialog]') !== null);

/** Ctrl K or ⌘ K anywhere opens the search; so does / outside of fields and dialogs. */
function useSearchKey(onSearch: (() => void) | undefined) {
  useEffect(() => {
    if (!onSearch) return;
    const open = (event: KeyboardEvent) => {
      const chord = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey;
      const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
      if (!chord && !slash) return;
      event.preventDefault();
      onSearch();
    };
    window.addEventListener('keydown', open);
    return () => window.removeEventListener('keydown', open);
  }, [onSearch]);
}

/**
 * The frame of every signed-in screen: rail and top bar on a desk, head and bar of five on a phone.
 * A SidePanel of the page appears beside it and pushes it.
 */
export function AppLayout(props: AppLayoutProps) {
  const { persona, nav, phoneBar, fill = false, phoneHead, children } = props;
  const texts = layoutTexts[props.language];
  useSearchKey(props.onSearch);
  return (
    <>
      <a className="skip" href="#main">{texts.skip}</a>
      <div className="app">
        <Rail
          persona={persona} nav={nav} user={props.user} language={props.language} onLanguage={props.onLanguage} personas={props.personas}
          onPersona={props.onPersona} onSignOut={props.onSignOut}
        />
        <div className="main">
          <TopBar {...props} />
          <PhoneHead {...props} />
          <div className="deck">
            <main id="main" tabIndex={-1} className={fill ? 'page fill' : 'page'}><div className="in0">{phoneHead && <div className="deskonly"><PageHead title={phoneHead.title} sub={phoneHead.over} /></div>}{children}</div></main>
            <div className="panelslot" ref={setPanelSlot} />
          </div>
        </div>
        <PhoneBar items={phoneBar} texts={texts} />
      </div>
    </>
  );
}
