/** Where to go after signing in: only a path of ours, read as a browser reads it. An address from outside must not become a redirect. */
export function safeTarget(asked: string | null, origin: string): string {
  if (!asked?.startsWith('/') || !URL.canParse(asked, origin)) return '/';
  const { origin: host, pathname, search, hash } = new URL(asked, origin);
  return host === origin && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/';
}
