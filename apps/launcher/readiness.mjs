import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until `probe` answers true; throws after `limit` ms. */
export async function until(what, probe, limit = 120_000, pause = 50) {
  for (const end = Date.now() + limit; Date.now() < end; await sleep(pause)) if (await probe()) return;
  throw new Error(`${what} was not ready after ${limit / 1000} s.`);
}

/** Connects to a Unix socket, sends `hello` and tells whether the first answer satisfies `accept(Buffer)`. */
function socketAnswers(path, hello, accept) {
  return new Promise((resolve) => {
    const socket = connect({ path });
    const done = (answer) => (socket.destroy(), resolve(answer));
    socket.setTimeout(2000, () => done(false));
    socket.on('error', () => done(false));
    socket.on('end', () => done(false));
    socket.on('data', (data) => done(accept(data)));
    if (hello) socket.write(hello);
  });
}

/** MariaDB greets first; byte 4 of the greeting is 0xff when it is an error such as "too many connections". */
export const mariadbAnswers = (path) => socketAnswers(path, undefined, (data) => data.length > 4 && data[4] !== 0xff);

/** Redis says PONG once its file is loaded, LOADING before. */
export const redisAnswers = (path) => socketAnswers(path, 'PING\r\n', (data) => data.toString().startsWith('+PONG'));

/** Whether a GET of this address is answered with 200 within five seconds (our own certificate need not be public). */
export function answersOk(url) {
  return new Promise((resolve) => {
    const request = (url.startsWith('https:') ? secure : plain)(url, { rejectUnauthorized: false, timeout: 5000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
    request.end();
  });
}

/** Throws an Error with advice when somebody else listens on this address. */
export async function mustBeFree(host, port) {
  const problem = await new Promise((resolve) => {
    const server = createServer();
    server.on('error', resolve);
    server.listen({ host, port }, () => server.close(() => resolve()));
  });
  if (problem) throw new Error(`Cannot listen on ${host} port ${port} (${problem.code}). Set another HOST or PORT, for example: PORT=3100 npm start`);
}

/** A port that was free a moment ago. */
export const freePort = () =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** The address at which this machine itself reaches a server that listens on `host`. */
export function addressOf({ host, port }, tls = Boolean(process.env.TLS_CERT)) {
  const name = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[host] ?? (host.includes(':') ? `[${host}]` : host);
  return `${tls ? 'https' : 'http'}://${name}:${port}`;
}
