import { readFileSync } from 'node:fs';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('the image', () => {
  it('is described without a fault', () => expect(validate(read('docker/Dockerfile')).map(({ message }) => message)).toEqual([]));

  it('runs the same commands that the launcher runs', () => {
    const file = read('docker/Dockerfile');
    for (const path of ['apps/api/dist', 'apps/worker/dist', 'apps/web/dist']) expect(file).toContain(`/halong/${path} ./${path}`);
  });
});

describe('the composition', () => {
  const compose = parse(read('docker/compose.yaml'), { merge: true });

  it('has the services of a real server, each coming back by itself', () => {
    expect(Object.keys(compose.services)).toEqual(['database', 'queue', 'migrate', 'api', 'worker']);
    for (const [name, service] of Object.entries(compose.services)) expect(service.restart).toBe(name === 'migrate' ? 'no' : 'unless-stopped');
  });

  it('waits for what each part stands on, and names no service that is not there', () => {
    const names = new Set(Object.keys(compose.services));
    for (const service of Object.values(compose.services)) for (const needed of Object.keys(service.depends_on ?? {})) expect(names).toContain(needed);
    expect(compose.services.api.depends_on).toMatchObject({ migrate: { condition: 'service_completed_successfully' } });
  });

  it('declares every volume that it mounts and opens the api to the machine only', () => {
    const mounted = Object.values(compose.services).flatMap(({ volumes = [] }) => volumes.map((volume) => volume.split(':')[0])).filter((name) => !name.startsWith('.'));
    expect(new Set(mounted)).toEqual(new Set(Object.keys(compose.volumes)));
    expect(compose.services.api.ports).toEqual(['${BIND:-127.0.0.1}:${PORT:-3000}:3000']);
  });

  it('runs in production mode and keeps acknowledged commits', () => {
    expect(compose.services.api.environment.NODE_ENV).toBe('production');
    expect(read('docker/mariadb.cnf')).toContain('innodb_flush_log_at_trx_commit = 1');
    expect(compose.services.queue.command).toContain('noeviction');
  });
});
