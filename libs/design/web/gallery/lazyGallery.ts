import { lazy } from 'react';

/** The component sheet, as a route of its own: nobody else downloads it. */
export const DesignGallery = /* @__PURE__ */ lazy(() => import('../gallery.tsx'));
