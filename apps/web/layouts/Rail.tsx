import { Avatar, Icon, Karst, Logo } from '@halong/design/web';
import { NavLink } from 'react-router';
import type { NavItem } from './layout.types.ts';
import { layoutTexts, type LayoutTexts } from './layoutTexts.ts';
import { UserMenu, type UserMenuProps } from './UserMenu.tsx';

const on = ({ isActive }: { isActive: boolean }) => (isActive ? 'on' : '');

const Count = ({ item, texts }: { item: NavItem; texts: LayoutTexts }) => {
  if (item.hot) return <span className="n hot">{item.hot}<span className="vh"> {texts.waiting}</span></span>;
  return item.count === undefined ? null : <span className="n">{item.count}</span>;
};

/** Where one is and what waits there; deep sea with the islands at its foot. */
export function Rail({ persona, nav, ...account }: UserMenuProps & { persona: string; nav: readonly NavItem[] }) {
  const texts = layoutTexts[account.language];
  return (
    <aside className="rail" aria-label={persona}>
      <div className="brand"><Logo /><div>{texts.product}<small>{persona}</small></div></div>
      <nav className="nav" aria-label={texts.mainNav}>
        {nav.map((item) => [
          item.group && <div key={item.group} className="grp">{item.group}</div>,
          <NavLink key={item.to} to={item.to} end={item.end} className={on}>
            <Icon of={item.icon} /><span className="t">{item.label}</span><Count item={item} texts={texts} />
          </NavLink>,
        ])}
      </nav>
      <div className="me">
        <UserMenu
          {...account} triggerClass=""
          trigger={<><Avatar name={account.user.name} id={account.user.id} /><span>{account.user.name}<small>{account.user.title}</small></span></>}
        />
      </div>
      <Karst />
    </aside>
  );
}

/** The bar of five under the thumb; the middle one is the daily verb. */
export function PhoneBar({ items, texts }: { items: readonly NavItem[]; texts: LayoutTexts }) {
  return (
    <nav className="pnav" aria-label={texts.mainNav}>
      {items.map((item, index) => {
        const middle = index === 2;
        return (
          <NavLink key={item.to} to={item.to} end={item.end} className={(state) => `${on(state)}${middle ? ' cta' : ''}`}>
            {middle ? <span className="o"><Icon of={item.icon} /></span> : <Icon of={item.icon} />}
            <span className="t">{item.label}</span>
            {(item.hot ?? item.count) ? <span className={item.hot ? 'n hot' : 'n'}>{item.hot ?? item.count}</span> : null}
          </NavLink>
        );
      })}
    </nav>
  );
}
