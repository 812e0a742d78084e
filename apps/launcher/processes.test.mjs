import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { birthOf, endLeftovers, endRecorded, livingProcess, recordProcess } from './processes.mjs';

let folder;
let child;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'halong-processes-'));
  child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); process.stdout.write("up")'], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
  await once(child.stdout, 'data');
});

afterEach(async () => {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
});

describe('a recorded process', () => {
  it('is ours while it lives', () => {
    const file = join(folder, 'api.pid');
    recordProcess(file, child.pid);
    expect(livingProcess(file)).toBe(child.pid);
  });

  it('is gone when it has ended', async () => {
    const file = join(folder, 'api.pid');
    recordProcess(file, child.pid);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(livingProcess(file)).toBeUndefined();
    expect(birthOf(child.pid)).toBeUndefined();
  });

  it('is left alone when its number was given to somebody else', async () => {
    const file = join(folder, 'api.pid');
    writeFileSync(file, `${child.pid} of-an-earlier-boot/1\n`);
    expect(await endRecorded(file)).toBe(false);
    expect(child.exitCode ?? child.signalCode).toBeNull();
    expect(() => readFileSync(file)).toThrow('ENOENT');
  });

  it.each(['', 'rubbish', '12', '-1 x\n'])('is nobody when the file says %j', (text) => {
    const file = join(folder, 'api.pid');
    writeFileSync(file, text);
    expect(livingProcess(file)).toBeUndefined();
  });
});

describe('endLeftovers', () => {
  it('ends what still runs and says what it was', async () => {
    const ended = once(child, 'exit');
    recordProcess(join(folder, 'worker.pid'), child.pid);
    writeFileSync(join(folder, 'api.pid'), '1 of-an-earlier-boot/1\n');
    expect(await endLeftovers(folder)).toEqual(['worker']);
    expect(await ended).toEqual([null, 'SIGTERM']);
  });
});
