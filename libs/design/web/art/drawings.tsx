import { islands } from './karst.ts';

/** Three rows of islands, at the foot of the rail (`karst`) or of the phone's first card (`kh`): drawn with it and not fetched after it. */
export const Karst = ({ className = 'karst' }: { className?: string }) => (
  <svg className={className} viewBox="0 0 448 200" preserveAspectRatio="xMidYMax slice" fill="#fff" aria-hidden>
    {islands.map(({ opacity, d }) => <path key={opacity} opacity={opacity} d={d} />)}
  </svg>
);

/** The bay at first light, left of the sign-in form; a phone neither shows nor fetches it. */
export const SignInPicture = () => <div className="baypic" aria-hidden />;
