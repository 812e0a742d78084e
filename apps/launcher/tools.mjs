import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { run } from './commands.mjs';

/** Programs that only the tests need, and the Debian packages of each. */
const needed = [
  { program: 'chromium', package: 'chromium' },
  { program: 'pdftotext', package: 'poppler-utils' },
  { program: 'ffmpeg', package: 'ffmpeg' },
  { program: 'soffice', package: 'libreoffice-writer-nogui libreoffice-impress-nogui libreoffice-calc-nogui' },
];

function isThere(program) {
  return (process.env.PATH ?? '').split(':').some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Installs what is missing when we are root on Debian or Ubuntu; else throws an Error with the one command. */
export async function installTools(say) {
  const missing = () => needed.filter(({ program }) => !isThere(program)).flatMap((tool) => tool.package.split(' '));
  const packages = missing();
  if (packages.length === 0) return;
  const advice = `The tests need: sudo apt-get install --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid() !== 0) throw new Error(advice);
  say(`installing ${packages.join(', ')}…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => run('apt-get', ['-o', 'DPkg::Lock::Timeout=600', ...args], { env, output: 'collect' });
  await apt('update');
  const { text } = await apt('install', '-y', '--no-install-recommends', ...packages);
  if (missing().length > 0) throw new Error(`${advice}\n${text}`);
}
