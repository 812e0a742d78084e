import { request } from 'node:http';

export interface RawReply {
  status: number;
  body: string;
}

/** Sends the path as it is spelled: no client tidies it. */
export function rawRequest(url: string, method: string, path: string, cookie: string | undefined): Promise<RawReply> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers: cookie ? { cookie } : {} }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

const hex = (letter: string): string => `%${letter.charCodeAt(0).toString(16)}`;

/** The same path in the spellings that have got past guards elsewhere: [name, method, path]. In: `/api/classes/1?page=2`. */
export function spellingsOf(path: string): [string, string, string][] {
  const [place = '', query = ''] = path.split('?');
  const asked = query === '' ? '' : `?${query}`;
  const rest = place.slice('/api/'.length);
  const [last = ''] = place.split('/').slice(-1);
  return [
    ['as it is', 'GET', path],
    ['HEAD', 'HEAD', path],
    ['two slashes', 'GET', `/api//${rest}${asked}`],
    ['two slashes in front', 'GET', `/${place}${asked}`],
    ['capitals', 'GET', `/api/${rest.toUpperCase()}${asked}`],
    ['capitals in front', 'GET', `/API/${rest}${asked}`],
    ['slash at the end', 'GET', `${place}/${asked}`],
    ['up and down', 'GET', `${place}/%2e%2e/${last}${asked}`],
    ['up and down in clear', 'GET', `/api/health/../${rest}${asked}`],
    ['a letter as percent', 'GET', `/api/${hex(rest[0] ?? '')}${rest.slice(1)}${asked}`],
    ['a slash as percent', 'GET', `/api%2f${rest}${asked}`],
    ['a letter twice as percent', 'GET', `/api/%25${hex(rest[0] ?? '').slice(1)}${rest.slice(1)}${asked}`],
    ['a matrix parameter', 'GET', `${place};x=1${asked}`],
    ['a query twice', 'GET', `${place}${asked}${asked === '' ? '?x=1&x=2' : `&${query}`}`],
    ['a zero byte', 'GET', `${place}%00${asked}`],
    ['a dot at the end', 'GET', `${place}.${asked}`],
    ['an asked method', 'GET', `${place}?_method=GET${asked.replace('?', '&')}`],
  ];
}
