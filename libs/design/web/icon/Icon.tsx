import type { ComponentType } from 'react';

/** Any of the exported `Icon…` drawings. */
export type IconType = ComponentType<{ className?: string; 'aria-hidden'?: boolean }>;

interface IconProps {
  of: IconType;
  className?: string;
}

/** A drawing beside a word: size and line come from the styles, and it is never read aloud. */
export const Icon = ({ of: Drawing, className }: IconProps) => <Drawing className={className} aria-hidden />;
