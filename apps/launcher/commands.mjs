import { spawn } from 'node:child_process';
import { root } from './config.mjs';
import { signalGroup } from './processes.mjs';

const running = new Set();

/**
 * Runs one command to its end in a process group of its own. `output` is `inherit` (default), `collect`, or `both`
 * (shown and collected). With `terminal` it has ours, keyboard and Ctrl-C included, and no group of its own.
 * Returns `{code, text}`; code is 1 when a signal ended it or it could not start.
 */
export function run(command, args, { cwd = root, env = process.env, output = 'inherit', input, terminal = false } = {}) {
  return new Promise((resolve) => {
    const out = output === 'inherit' ? 'inherit' : 'pipe';
    const keyboard = terminal ? 'inherit' : 'ignore';
    const child = spawn(command, args, { cwd, env, detached: !terminal, stdio: [input === undefined ? keyboard : 'pipe', out, out] });
    const chunks = [];
    child.terminal = terminal;
    running.add(child);
    const finish = (code, error) => {
      running.delete(child);
      resolve({ code, text: Buffer.concat(chunks).toString() + (error ? `${command}: ${error.message}\n` : '') });
    };
    for (const stream of ['stdout', 'stderr']) {
      child[stream]?.on('data', (chunk) => {
        chunks.push(chunk);
        if (output === 'both') process[stream].write(chunk);
      });
    }
    child.on('error', (error) => finish(1, error));
    child.on('close', (code) => finish(code ?? 1));
    child.stdin?.on('error', () => undefined); // a command that ends early says so by its code
    child.stdin?.end(input);
  });
}

/** The same, but a failure is an Error that ends with what the command printed. */
export async function mustRun(command, args, options = {}) {
  const { code, text } = await run(command, args, { output: 'collect', ...options });
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed (${code}).\n${text.split('\n').slice(-60).join('\n')}`);
  return text;
}

/** Ends every command that is still running (we are being stopped). */
export function endCommands() {
  for (const child of running) {
    if (child.terminal) child.kill('SIGTERM');
    else if (child.pid) signalGroup(child.pid, 'SIGTERM');
  }
}
