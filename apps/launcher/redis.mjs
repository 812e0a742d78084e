import { mkdirSync } from 'node:fs';

/** How to run Redis: on a Unix socket only, keeping what it was told within a second, never evicting a job. */
export function redisPlan(binary, { folder, socket, log }) {
  mkdirSync(folder, { recursive: true });
  const options = {
    port: '0',
    unixsocket: socket,
    unixsocketperm: '700',
    dir: folder,
    save: '',
    appendonly: 'yes',
    appendfsync: 'everysec',
    'maxmemory-policy': 'noeviction',
  };
  return {
    name: 'redis',
    command: binary.command,
    args: Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
    env: { ...process.env, ...binary.env },
    log,
    grace: 30_000,
  };
}
