import { execFile } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import { createReadStream } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, programPath, type Config } from '@halong/platform/server';

export type Scanner = 'CLAMD' | 'CLAMSCAN' | 'NONE';
export type ScanVerdict = { verdict: 'CLEAN' } | { verdict: 'INFECTED'; threat: string } | { verdict: 'TOO_LARGE' };

const silenceMs = 120_000;

/** ClamAV when it is there: as a service (CLAMD_URL) or as the program `clamscan`. */
@Injectable()
export class VirusScan {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async scanner(): Promise<Scanner> {
    if (this.config.CLAMD_URL) return 'CLAMD';
    return (await programPath('clamscan')) ? 'CLAMSCAN' : 'NONE';
  }

  /** Whether it answers now. Without a scanner: false. */
  async answers(): Promise<boolean> {
    if (this.config.CLAMD_URL) return ask(this.config.CLAMD_URL, (socket) => socket.end('zPING\0')).then((reply) => reply.startsWith('PONG'), () => false);
    return (await programPath('clamscan')) !== undefined;
  }

  /**
   * Looks through one file. Nothing is decided when the scanner does not answer: the file waits.
   * @throws Error when the scanner is not there or failed
   */
  async scan(path: string): Promise<ScanVerdict> {
    if (this.config.CLAMD_URL) return verdictOf(await ask(this.config.CLAMD_URL, (socket) => stream(path, socket)));
    const program = await programPath('clamscan');
    if (!program) throw new Error('There is no virus scanner');
    return byProgram(program, path, this.config.CLAMAV_SIGNATURES);
  }
}

/** `stream: OK`, `stream: Eicar-Test-Signature FOUND`, `INSTREAM size limit exceeded. ERROR`. */
function verdictOf(reply: string): ScanVerdict {
  const threat = /:\s*(.+?)\s+FOUND/.exec(reply)?.[1];
  if (threat) return { verdict: 'INFECTED', threat };
  if (/size limit exceeded/i.test(reply)) return { verdict: 'TOO_LARGE' };
  if (/:\s*OK/.test(reply)) return { verdict: 'CLEAN' };
  throw new Error(`The virus scanner said: ${reply.slice(0, 200)}`);
}

function open(address: string): Socket {
  const url = new URL(address);
  return url.protocol === 'unix:' ? connect(decodeURIComponent(url.pathname)) : connect(Number(url.port || 3310), url.hostname);
}

function ask(address: string, send: (socket: Socket) => unknown): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = open(address);
    let reply = '';
    socket.setTimeout(silenceMs, () => socket.destroy(new Error('The virus scanner is silent')));
    socket.on('connect', () => void Promise.resolve(send(socket)).catch((error: Error) => socket.destroy(error)));
    socket.on('data', (part: Buffer) => (reply += part.toString()));
    socket.on('error', (error) => (reply === '' ? reject(error) : resolve(reply)));
    socket.on('close', () => (reply === '' ? reject(new Error('The virus scanner hung up')) : resolve(reply)));
  });
}

/** INSTREAM: each piece with its length before it, an empty one at the end. */
async function stream(path: string, socket: Socket): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    if (!socket.writable) return;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    socket.write(length);
    if (!socket.write(piece)) await new Promise<void>((go) => void socket.once('drain', go).once('close', go));
  }
  socket.write(Buffer.alloc(4));
}

function byProgram(program: string, path: string, signatures: string | undefined): Promise<ScanVerdict> {
  const args = ['--no-summary', '--infected', '--stdout', ...(signatures ? [`--database=${signatures}`] : []), '--', path];
  return new Promise((resolve, reject) => {
    execFile(program, args, { timeout: 600_000, maxBuffer: 1024 ** 2 }, (error, stdout) => {
      if (!error) return resolve({ verdict: 'CLEAN' });
      if (error.code !== 1) return reject(new Error(`clamscan ended with ${error.code ?? error.signal}`));
      resolve({ verdict: 'INFECTED', threat: /:\s*(.+?)\s+FOUND/.exec(stdout)?.[1] ?? '?' });
    });
  });
}
