import { Icon, IconArrowLeft, IconBell, IconButton, IconChevronRight, IconHelpCircle, IconSearch } from '@halong/design/web';
import { Link } from 'react-router';
import type { AppLayoutProps, Crumb } from './layout.types.ts';
import { layoutTexts } from './layoutTexts.ts';
import { UserMenu } from './UserMenu.tsx';

type HeadProps = Pick<
  AppLayoutProps,
  'crumbs' | 'onSearch' | 'news' | 'newsTo' | 'helpTo' | 'language' | 'actions' | 'phoneHead' | 'user' | 'onLanguage' | 'personas' | 'onPersona' | 'onSignOut'
>;

const Crumbs = ({ crumbs, label }: { crumbs: readonly Crumb[]; label: string }) => (
  <nav className="crumb" aria-label={label}>
    <ol>
      {crumbs.map((crumb, index) => (
        <li key={`${crumb.label}-${index}`}>
          {index > 0 && <Icon of={IconChevronRight} />}
          {crumb.to && index < crumbs.length - 1 ? <Link to={crumb.to}>{crumb.label}</Link> : <b aria-current="page">{crumb.label}</b>}
        </li>
      ))}
    </ol>
  </nav>
);

/** Top bar of a desk: crumbs, search, bell, help. */
export function TopBar({ crumbs, onSearch, news = 0, newsTo, helpTo, language, actions }: HeadProps) {
  const texts = layoutTexts[language];
  return (
    <header className="topbar">
      <Crumbs crumbs={crumbs} label={texts.crumbs} />
      {actions}
      {onSearch && (
        <button type="button" className="searchbtn" onClick={onSearch} aria-keyshortcuts="Control+K /">
          <Icon of={IconSearch} /><span className="sp">{texts.search}</span><span className="kbd" aria-hidden>{texts.searchKeys}</span>
        </button>
      )}
      <IconButton icon={IconBell} label={texts.news} count={news} to={newsTo} />
      {helpTo && <IconButton icon={IconHelpCircle} label={texts.help} to={helpTo} />}
    </header>
  );
}

/** Head of a phone: way back or greeting, search, bell, own name. */
export function PhoneHead(props: HeadProps) {
  const { crumbs, onSearch, news = 0, newsTo, language, phoneHead } = props;
  const texts = layoutTexts[language];
  const parent = crumbs.at(-2);
  return (
    <header className="phead">
      {!phoneHead && parent?.to && <IconButton icon={IconArrowLeft} label={`${texts.back}, ${parent.label}`} hint="none" to={parent.to} />}
      <div className="tt">
        {phoneHead?.over && <div className="sm muted">{phoneHead.over}</div>}
        {phoneHead ? <h1>{phoneHead.title}</h1> : <div className="ttl">{crumbs.at(-1)?.label}</div>}
      </div>
      {onSearch && <IconButton icon={IconSearch} label={texts.search} hint="none" onClick={onSearch} />}
      <IconButton icon={IconBell} label={texts.news} hint="none" count={news} to={newsTo} />
      <UserMenu {...props} />
    </header>
  );
}
