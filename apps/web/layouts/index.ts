export { AppLayout } from './AppLayout.tsx';
export type { AppLayoutProps, Crumb, LayoutUser, NavItem, PersonaChoice } from './layout.types.ts';
export { LanguageSwitch, PublicLayout } from './PublicLayout.tsx';
export { SignInLayout } from './SignInLayout.tsx';
export { ProjectorLayout } from './ProjectorLayout.tsx';
