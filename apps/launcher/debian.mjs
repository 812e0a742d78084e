import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, run } from './commands.mjs';

const packages = ['mariadb-server-core', 'redis-tools'];

/** The one command for a machine whose packages we cannot fetch by ourselves. */
export const howToInstall = 'sudo apt-get install mariadb-server-core redis-server   (or your system\'s packages of MariaDB 10.11+ and Redis 6.2+)';

/** The packages and those of their dependencies that this system lacks, read from a simulated installation. */
export const missingPackages = (simulation) => [...new Set([...packages, ...[...simulation.matchAll(/^Inst (\S+)/gm)].map(([, name]) => name)])];

/**
 * Unpacks MariaDB and Redis from the system's own package source into `folder`: no root, no installation, nothing
 * outside. Returns the folder. Throws an Error that names the one command where there is no apt or no network.
 */
export async function unpackServices(folder, say) {
  if (existsSync(join(folder, 'usr', 'sbin', 'mariadbd'))) return folder;
  say('downloading MariaDB and Redis…');
  const work = `${folder}.unpacking`;
  rmSync(work, { recursive: true, force: true });
  const [tree, apt] = ['tree', 'apt'].map((name) => join(work, name));
  for (const path of [tree, join(apt, 'lists', 'partial'), join(apt, 'cache', 'archives', 'partial')]) mkdirSync(path, { recursive: true });
  try {
    for (const file of await download(apt)) await mustRun('dpkg', ['-x', file, tree]);
  } catch (error) {
    throw new Error(`MariaDB and Redis could not be downloaded. Install them with:\n  ${howToInstall}\n\n${error.message}`);
  }
  const link = join(tree, 'usr', 'bin', 'redis-server'); // Debian's server is redis-check-rdb under another name
  if (!existsSync(link)) symlinkSync('redis-check-rdb', link);
  rmSync(folder, { recursive: true, force: true });
  renameSync(tree, folder);
  rmSync(work, { recursive: true, force: true });
  return folder;
}

/** Tries the system's package lists; a fresh machine has none, so then reads its own copy of them into `apt`. */
async function download(apt) {
  const ownCache = ['-o', `Dir::Cache=${join(apt, 'cache')}`, '-o', 'APT::Sandbox::User='];
  const ownLists = [...ownCache, '-o', `Dir::State::lists=${join(apt, 'lists')}`];
  const simulate = (options) => run('apt-get', [...options, '-s', '--no-install-recommends', 'install', ...packages], { output: 'collect' });
  let options = ownCache;
  let simulation = await simulate(options);
  if (simulation.code !== 0) {
    options = ownLists;
    await mustRun('apt-get', [...options, 'update']);
    simulation = await simulate(options);
    if (simulation.code !== 0) throw new Error(simulation.text);
  }
  const target = join(apt, 'debs');
  mkdirSync(target);
  await mustRun('apt-get', [...options, 'download', ...missingPackages(simulation.text)], { cwd: target });
  return readdirSync(target).map((name) => join(target, name));
}

/** Where the unpacked programs find their libraries. */
export function libraryPath(folder) {
  const folders = [join(folder, 'usr', 'lib'), join(folder, 'lib')].filter(existsSync);
  return folders.flatMap((lib) => readdirSync(lib).filter((name) => name.includes('-linux-')).map((name) => join(lib, name))).join(':');
}
