import karst from './karst.svg';

/** Three rows of islands, at the foot of the rail (`karst`) or of the phone's first card (`kh`); fetched before the fonts. */
export const Karst = ({ className = 'karst' }: { className?: string }) => <img className={className} src={karst} alt="" width={448} height={200} decoding="async" fetchPriority="high" />;

/** The bay at first light, left of the sign-in form; a phone neither shows nor fetches it. */
export const SignInPicture = () => <div className="baypic" aria-hidden />;
