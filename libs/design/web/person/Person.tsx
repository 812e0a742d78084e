import type { ReactNode } from 'react';
import { avatarColour, initials } from './initials.ts';

interface AvatarProps {
  name: string;
  /** Decides the colour; the name when absent. */
  id?: string;
  size?: 's' | 'm' | 'l';
}

/** Letters, never a photo. It repeats a name that is written beside it, so it is not read aloud. */
export const Avatar = ({ name, id = name, size = 'm' }: AvatarProps) => (
  <span className={`av a${avatarColour(id)}${size === 'm' ? '' : ` ${size}`}`} data-letters={initials(name)} aria-hidden />
);

interface PersonProps extends AvatarProps {
  /** Second line: unit, or unit and role. */
  sub?: ReactNode;
  withAvatar?: boolean;
}

/** Avatar, full name, unit below. */
export const Person = ({ name, id, size, sub, withAvatar = true }: PersonProps) => (
  <span className="person">
    {withAvatar && <Avatar name={name} id={id} size={size} />}
    <span className="who">
      <span className="nm">{name}</span>
      {sub && <small>{sub}</small>}
    </span>
  </span>
);
