/** An answer that the page itself asked for while its scripts were still on their way (apps/web/index.html). */
export interface EarlyAnswer {
  response: Response;
  sentAt: number;
  heardAt: number;
}

declare global {
  interface Window {
    halongEarly?: Record<string, Promise<EarlyAnswer>>;
  }
}

/** What each page asked the server for first, by its path: the next visit asks for it at once. */
const remembered = 'halong.early';
const addressesOfAPage = 4;
const pages = 12;
/** After the first moments an early answer would be an old one. */
const goodForMs = 3_000;

const page = globalThis.location?.pathname;
const asked: string[] = [];
setTimeout(() => globalThis.window && forgetEarly(), goodForMs);

/** The answer to this address, if the page has asked for it already: once. */
export async function takeEarly(address: string, spoken: string): Promise<EarlyAnswer | undefined> {
  const name = `${spoken} ${address}`;
  const early = window.halongEarly?.[name];
  delete window.halongEarly?.[name];
  return early?.catch(() => undefined);
}

/** What the page asked for is out of date: somebody signed in or changed something since. */
export function forgetEarly(): void {
  delete window.halongEarly;
}

/** Remembers the first questions of this page; those of `/` are asked by the home that it leads to. */
export function noteAsked(address: string): void {
  if (asked.length >= addressesOfAPage || asked.includes(address) || (page !== '/' && window.location.pathname !== page)) return;
  asked.push(address);
  try {
    const known = JSON.parse(localStorage.getItem(remembered) ?? '{}') as Record<string, string[]>;
    const others = Object.entries(known).filter(([path]) => path !== page).slice(1 - pages);
    localStorage.setItem(remembered, JSON.stringify(Object.fromEntries([...others, [page, asked]])));
  } catch {
    // Without storage every visit asks when its scripts are there.
  }
}
