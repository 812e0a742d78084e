import { endCommands } from './commands.mjs';

/**
 * Calls `then` once when the shell in which npm runs us is gone: npm hands a signal only to that shell, which dies
 * without telling us. Whoever starts us without npm may leave us alone.
 */
export function whenOrphaned(then) {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event || parent === 1) return;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    then();
  }, 250);
  timer.unref();
}

const numbers = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 };

/**
 * Runs `main`, then `cleanUp`, exactly once, whichever way the process ends: `main` returned (its number is the exit
 * code; `undefined` keeps running until a signal), threw, was told to stop, or lost the parent that started it.
 * `stopCode` is the exit code for a signal; by default 128 plus its number.
 */
export async function live(main, cleanUp, { stopCode } = {}) {
  let ending;
  const end = (code) => {
    endCommands();
    return (ending ??= cleanUp().catch(report).then(() => process.exit(code)));
  };
  const stop = (signal) => end(stopCode ?? 128 + numbers[signal]);
  for (const signal of Object.keys(numbers)) process.on(signal, () => stop(signal));
  process.on('disconnect', () => stop('SIGTERM'));
  whenOrphaned(() => stop('SIGTERM'));
  process.on('uncaughtException', (error) => (report(error), end(1)));
  try {
    const code = await main();
    if (code !== undefined) await end(code);
  } catch (error) {
    if (!ending) report(error);
    await end(1);
  }
}

function report(error) {
  process.stderr.write(`\n${process.env.DEBUG ? error.stack : error.message}\n`);
}
