import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './config.mjs';
import { whenOrphaned } from './lifetime.mjs';

const wantedMajor = 24;
const ownNode = join(root, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node'); // npm 10 may not link it in .bin

const stamp = join(root, 'node_modules', '.halong-lock');
const lockHash = () => createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');

/**
 * Whether what somebody's own `npm install` left (`node_modules/.package-lock.json`, written when it has finished) is
 * what the lock asks for. Packages for other systems may be missing; nothing may differ and nothing may be left over.
 */
export function isInstalled(lock, installed) {
  const wanted = lock.packages;
  const present = installed?.packages ?? {};
  const same = ([path, entry]) => wanted[path]?.version === entry.version && wanted[path]?.integrity === entry.integrity;
  const needed = ([path, entry]) => path !== '' && !entry.optional && !entry.devOptional && !entry.peer;
  return Object.keys(present).length > 0 && Object.entries(present).every(same) && Object.entries(wanted).filter(needed).every(([path]) => path in present);
}

/** Our own `npm ci` left a stamp with the lock's hash; without one the two lists of packages are compared. */
function packagesAreCurrent() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return true;
  const installed = join(root, 'node_modules', '.package-lock.json');
  const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
  return existsSync(installed) && isInstalled(read(join(root, 'package-lock.json')), read(installed));
}

/**
 * Makes sure that packages are installed and that we run on Node 24 (which npm brings). Returns only there; elsewhere
 * it starts the same script again under Node 24, passes signals on and ends with its exit code.
 */
export async function onNode24(scriptUrl) {
  if (!packagesAreCurrent()) await installPackages();
  if (majorOf(process.versions.node) === wantedMajor) return;
  if (process.env.HALONG_NODE || !existsSync(ownNode)) {
    process.stderr.write(`Halong runs on Node ${wantedMajor}, this is ${process.version}, and npm has no Node ${wantedMajor} for this system. Install it from your system or nodejs.org.\n`);
    process.exit(1);
  }
  const again = [fileURLToPath(scriptUrl), ...process.argv.slice(2)];
  process.exit(await follow(ownNode, again, { ...process.env, HALONG_NODE: ownNode }, true));
}

const majorOf = (version) => Number(version.split('.')[0]);

async function installPackages() {
  process.stdout.write('installing packages (npm ci)…\n');
  const path = (process.env.PATH ?? '').split(':').filter((folder) => !folder.endsWith(join('node_modules', '.bin')));
  const code = await follow('npm', ['ci', '--include=dev', '--include=optional'], { ...process.env, PATH: path.join(':') }, false);
  if (code === 0) return writeFileSync(stamp, lockHash());
  process.stderr.write('npm ci failed: Halong cannot start without its packages.\n');
  process.exit(1);
}

/** Runs a command in the foreground, hands on the signals we get, and gives its exit code. */
function follow(command, args, env, channel) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['inherit', 'inherit', 'inherit', ...(channel ? ['ipc'] : [])] });
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const pass = (signal) => child.kill(signal);
    const end = (code) => {
      for (const signal of signals) process.off(signal, pass);
      resolve(code);
    };
    for (const signal of signals) process.on(signal, pass);
    whenOrphaned(() => pass('SIGTERM'));
    child.on('error', (error) => (process.stderr.write(`${command}: ${error.message}\n`), end(1)));
    child.on('exit', (code) => end(code ?? 1));
  });
}
