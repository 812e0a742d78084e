/** The mark: three islands over two waves. */
export const Logo = ({ size = 30 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
    <rect width="32" height="32" rx="7" fill="#0E6E64" />
    <path
      d="M5 20c.6-4.6 1.6-9 3.6-10.6 1.5-1.2 2.9.2 3.6 2.2.5 1.4.8 3 1.2 3.8.5-3 1.2-7.8 3.4-9.6 2-1.6 4.2.6 5 3.6.8 2.8.9 5.2 2 7 .9 1.5 2 2.2 3.2 3.6z"
      fill="#fff"
    />
    <path d="M6 23.4c2.2-1.1 4.4-1.1 6.6 0s4.4 1.1 6.6 0 4.4-1.1 6.6 0" stroke="#B3D9D1" strokeWidth="1.7" fill="none" strokeLinecap="round" />
    <path d="M10.4 26.8c1.9-.9 3.7-.9 5.6 0s3.7.9 5.6 0" stroke="#84C0B5" strokeWidth="1.5" fill="none" strokeLinecap="round" />
  </svg>
);
