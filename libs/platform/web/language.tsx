import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { ErrorParams, Language } from '@halong/platform/contract';
import { speak } from './client.ts';

interface LanguageState {
  language: Language;
  choose: (language: Language) => void;
}

const LanguageContext = createContext<LanguageState>({ language: 'vi', choose: () => undefined });
const remembered = 'halong.language';

function firstLanguage(): Language {
  try {
    return localStorage.getItem(remembered) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => {
    const first = firstLanguage();
    speak(first);
    return first;
  });
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const state = useMemo<LanguageState>(() => ({
    language,
    choose: (next) => {
      speak(next);
      setLanguage(next);
      try {
        localStorage.setItem(remembered, next);
      } catch {
        // A browser that keeps nothing still shows the language for this visit.
      }
    },
  }), [language]);
  return <LanguageContext value={state}>{children}</LanguageContext>;
}

export const useLanguage = () => useContext(LanguageContext);

type Say<K> = (language: Language, key: K, params?: ErrorParams) => string;

/** `const t = useTexts(say)` with `say = defineTexts({…})`; then `t('title')`. */
export function useTexts<K>(say: Say<K>): (key: K, params?: ErrorParams) => string {
  const { language } = useLanguage();
  return useMemo(() => (key, params) => say(language, key, params), [language, say]);
}
