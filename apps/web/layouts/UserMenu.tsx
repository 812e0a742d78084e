import {
  Avatar, IconDeviceDesktop, IconLogout, IconMoon, IconSun, Menu, type MenuEntry, Person, type SchemeChoice, useColourScheme,
} from '@halong/design/web';
import type { ReactNode } from 'react';
import type { AppLayoutProps } from './layout.types.ts';
import { layoutTexts } from './layoutTexts.ts';

export type UserMenuProps = Pick<AppLayoutProps, 'user' | 'language' | 'onLanguage' | 'personas' | 'onPersona' | 'onSignOut'> & {
  trigger?: ReactNode;
  triggerClass?: string;
};

const schemeIcons = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop } as const;
const schemes: readonly SchemeChoice[] = ['light', 'dark', 'auto'];

/** Role, language, light or dark, sign out: behind one's own name. */
export function UserMenu({ user, language, onLanguage, personas = [], onPersona, onSignOut, trigger, triggerClass = 'mebtn' }: UserMenuProps) {
  const texts = layoutTexts[language];
  const { choice, setChoice } = useColourScheme();
  const roles: MenuEntry[] = personas.length > 1
    ? [
        { kind: 'label', id: 'personas', label: texts.personas },
        ...personas.map((one) => ({ id: one.id, label: one.label, checked: one.current, onSelect: () => onPersona?.(one.id) })),
        { kind: 'line', id: 'after-personas' },
      ]
    : [];
  const entries: MenuEntry[] = [
    ...roles,
    { kind: 'label', id: 'language', label: texts.language },
    { id: 'vi', label: 'Tiếng Việt', checked: language === 'vi', onSelect: () => onLanguage('vi') },
    { id: 'en', label: 'English', checked: language === 'en', onSelect: () => onLanguage('en') },
    { kind: 'line', id: 'after-language' },
    { kind: 'label', id: 'scheme', label: texts.scheme },
    ...schemes.map((one) => ({ id: one, label: texts[one], icon: schemeIcons[one], checked: choice === one, onSelect: () => setChoice(one) })),
    { kind: 'line', id: 'after-scheme' },
    { id: 'sign-out', label: texts.signOut, icon: IconLogout, onSelect: onSignOut },
  ];
  return (
    <Menu
      label={trigger ? texts.account : `${texts.account}, ${user.name}`} triggerClass={triggerClass} entries={entries}
      trigger={trigger ?? <Avatar name={user.name} id={user.id} size="l" />} head={<Person name={user.name} id={user.id} sub={user.title} />}
    />
  );
}
