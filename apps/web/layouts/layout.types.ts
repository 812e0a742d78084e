import type { DesignLanguage, IconType } from '@halong/design/web';
import type { ReactNode } from 'react';

export interface NavItem {
  label: string;
  to: string;
  icon: IconType;
  /** Things that wait for me: red. */
  hot?: number;
  /** How many there are: grey. */
  count?: number;
  /** Only on when the address is exactly this. */
  end?: boolean;
  /** Starts a group of the rail with this heading. */
  group?: string;
}

export interface Crumb {
  label: string;
  /** Absent on the last one. */
  to?: string;
}

export interface LayoutUser {
  id: string;
  name: string;
  /** Post and unit, second line of the rail. */
  title: string;
}

/** One of the roles of a person who has several. */
export interface PersonaChoice {
  id: string;
  label: string;
  current: boolean;
}

export interface AppLayoutProps {
  /** Name of the role, under the product's name: "Giáo vụ". */
  persona: string;
  nav: readonly NavItem[];
  /** Five; the middle one is the daily verb. */
  phoneBar: readonly NavItem[];
  crumbs: readonly Crumb[];
  user: LayoutUser;
  /** The page's heading as a greeting with a line above it: in the head of a phone instead of the last crumb, on a desk first on the page. */
  phoneHead?: { over?: ReactNode; title: ReactNode };
  /** Opens the search; also Ctrl K or ⌘ K. */
  onSearch?: () => void;
  news?: number;
  newsTo: string;
  helpTo?: string;
  language: DesignLanguage;
  onLanguage: (language: DesignLanguage) => void;
  personas?: readonly PersonaChoice[];
  onPersona?: (id: string) => void;
  onSignOut: () => void;
  /** More buttons in the top bar. */
  actions?: ReactNode;
  /** The page takes the window's height and its own parts scroll. */
  fill?: boolean;
  children: ReactNode;
}
