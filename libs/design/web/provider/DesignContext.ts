import { createContext, useContext } from 'react';
import { type DesignLanguage, type DesignTexts, designTexts } from './designTexts.ts';

export const DesignContext = /* @__PURE__ */ createContext<DesignLanguage>('vi');

export const useDesignLanguage = (): DesignLanguage => useContext(DesignContext);

/** The library's own words in the language of the page. */
export const useDesignTexts = (): DesignTexts => designTexts[useContext(DesignContext)];
