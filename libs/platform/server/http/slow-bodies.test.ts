import { once } from 'node:events';
import { connect } from 'node:net';
import { fastify, type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { endSlowBodies } from './slow-bodies.ts';

let server: FastifyInstance;
let port = 0;
beforeEach(async () => {
  server = fastify();
  endSlowBodies(server, 50);
  server.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  server.post('/', async ({ body }) => {
    let bytes = 0;
    for await (const part of body as AsyncIterable<Buffer>) bytes += part.length;
    return { bytes };
  });
  server.post('/slow', async () => new Promise((resolve) => setTimeout(() => resolve({ answered: true }), 200)));
  await server.listen({ port: 0, host: '127.0.0.1' });
  port = (server.server.address() as { port: number }).port;
});
afterEach(() => server.close());

const head = (path: string, type: string) => `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${type}\r\nContent-Length: 20\r\n\r\n`;

it('ends the connection of somebody who stops in the middle', async () => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined).resume();
  socket.write(`${head('/', 'application/json')}{"a":`);
  await once(socket, 'close');
  expect(socket.destroyed).toBe(true);
});

it('leaves the handler of a whole body its time, and a file its pace', async () => {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.on('data', (part: Buffer) => (heard += part.toString()));
  socket.write(`${head('/slow', 'application/json')}{"a":"0123456789ab"}`);
  await expect.poll(() => heard, { timeout: 5_000 }).toContain('"answered":true');
  socket.write(`${head('/', 'application/octet-stream')}0123456789`);
  await new Promise((resolve) => setTimeout(resolve, 200));
  socket.write('0123456789');
  await expect.poll(() => heard, { timeout: 5_000 }).toContain('"bytes":20');
  socket.destroy();
});
