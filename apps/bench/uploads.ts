import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { cpuMs, median } from './cpu.ts';
import { round, type Figure } from './figure.ts';
import type { Stage } from './stage.ts';

const mega = 1024 ** 2;
const whole = 1024 * mega;
/** As large as the page sends it. */
const piece = 8 * mega;

interface Receiver {
  pid: number;
  /** Where uploads begin. */
  address: string;
  headers: Record<string, string>;
}

interface Cost {
  cpuMs: number;
  /** The most memory that the process had at any end of a piece, in MB. */
  peakMb: number;
}

function memoryMb(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1_024;
}

async function ask(url: string, init: RequestInit, expected: number): Promise<Response> {
  const answer = await fetch(url, init);
  if (answer.status !== expected) throw new Error(`${init.method} ${url} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}

/** Sends `bytes` of a video by tus, as the page does, and takes the upload away again. */
async function send({ pid, address, headers }: Receiver, bytes: number): Promise<Cost> {
  const content = randomBytes(piece);
  const declared = { name: 'bai-giang.mp4', purpose: 'CONTENT', classification: 'INTERNAL' };
  const metadata = Object.entries(declared).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',');
  const tus = { ...headers, 'tus-resumable': '1.0.0' };
  const before = cpuMs(pid);
  const begun = await ask(address, { method: 'POST', headers: { ...tus, 'upload-length': String(bytes + 1), 'upload-metadata': metadata } }, 201);
  const upload = new URL(begun.headers.get('location')!, address).href;
  let peakMb = 0;
  for (let offset = 0; offset < bytes; offset += piece) {
    await ask(upload, { method: 'PATCH', headers: { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, body: content }, 204);
    peakMb = Math.max(peakMb, memoryMb(pid));
  }
  const cost = { cpuMs: cpuMs(pid) - before, peakMb };
  // One byte is left out, so that nobody begins to look at a gigabyte of noise.
  await ask(upload, { method: 'DELETE', headers: tus }, 204);
  return cost;
}

/** A gigabyte from the page to the disk, by the product (with session, limits and SHA-256) and by the tus server alone, in turns. */
export async function uploads({ product, world, start }: Stage): Promise<Figure[]> {
  const plain = await start('apps/bench/dist/bare-uploads.js', {}, '/uploads');
  const ours: Receiver = { pid: product.pid, address: `${product.url}/api/uploads`, headers: { cookie: world.lecturerCookie } };
  const bare: Receiver = { pid: plain.pid, address: `${plain.url}/uploads`, headers: {} };
  const small = await send(ours, 64 * mega);
  await send(bare, 64 * mega);
  const turns: { ours: Cost; bare: Cost }[] = [];
  for (let turn = 0; turn < 3; turn += 1) turns.push({ ours: await send(ours, whole), bare: await send(bare, whole) });
  const cost = { ours: median(turns.map((one) => one.ours.cpuMs)), bare: median(turns.map((one) => one.bare.cpuMs)) };
  const peak = { ours: Math.max(...turns.map((one) => one.ours.peakMb)), bare: Math.max(...turns.map((one) => one.bare.peakMb)) };
  return [
    {
      name: 'upload of 1 GB: processor', figure: round(median(turns.map((one) => one.ours.cpuMs / one.bare.cpuMs))), goal: 1.5, unit: '× CPU of @tus/server alone',
      detail: `${Math.round(cost.ours)} against ${Math.round(cost.bare)} CPU-ms, ours with session, limits and SHA-256`,
    },
    {
      name: 'upload of 1 GB: memory', figure: round(peak.ours / small.peakMb), goal: 1.2, unit: '× the memory of the same process after 64 MB',
      detail: `${Math.round(peak.ours)} MB against ${Math.round(small.peakMb)} MB after 64 MB; @tus/server alone ${Math.round(peak.bare)} MB`,
    },
  ];
}
