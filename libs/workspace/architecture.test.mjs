import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { domainNames } from './boundaries.mjs';
import { domains, runtimes, technical } from './domains.mjs';
import { projectOf } from './projects.mjs';
import { cyclesOf, fileOf, importsOf, isTest, paths, placeOf, read, root, sources } from './sources.testing.mjs';

const libs = [...new Set(paths.filter((path) => path.startsWith('libs/') && path.split('/').length > 2).map((path) => path.split('/')[1]))];
const inLibs = sources.filter((path) => path.startsWith('libs/') && !path.startsWith('libs/workspace/'));

describe('the domain map', () => {
  it('has no circle: a domain knows only those above it', () => {
    const names = Object.keys(domains);
    for (const [name, known] of Object.entries(domains)) {
      for (const other of known) expect(names.slice(0, names.indexOf(name)), `${name} → ${other}`).toContain(other);
    }
    expect(cyclesOf(new Map(Object.entries(domains)))).toEqual([]);
  });

  it('is the table of contents of libs', () => {
    expect(libs.filter((name) => !domainNames.includes(name))).toEqual([]);
  });

  it('has a README for every domain that is built', () => {
    expect(libs.filter((name) => !existsSync(join(root, 'libs', name, 'README.md')))).toEqual([]);
  });
});

describe('projects', () => {
  const places = [...new Set(inLibs.map((path) => path.split('/').slice(0, 3).join('/')))].filter((path) => !/\.\w+$/.test(path));

  it('are contract, server and web, each with its one door', () => {
    expect(places.filter((path) => !runtimes.includes(placeOf(path).runtime))).toEqual([]);
    expect(places.filter((path) => !existsSync(join(root, path, 'index.ts')))).toEqual([]);
  });

  it.each(places)('%s is found by its path', (path) => {
    const { domain, runtime } = placeOf(path);
    expect(projectOf(`${path}/index.ts`)).toMatchObject({ root: path, name: `${domain}-${runtime}`, tags: [`domain:${domain}`, `runtime:${runtime}`] });
  });

  it('are not made of other files', () => {
    expect([projectOf('libs/classes/server/room/index.ts'), projectOf('libs/classes/index.ts'), projectOf('apps/api/domains.ts')]).toEqual([undefined, undefined, undefined]);
  });
});

describe('names', () => {
  const forbidden = /^(common|core|shared|generic|utils?|helpers?|misc|managers?)$/i;
  const faulty = (path) => {
    const parts = path.split('/').at(-1).replace(/\.(test|testing|int|faults)(?=\.)/g, '').replace(/\.\w+$/, '').split('.');
    return parts.some((part) => part !== 'training-manager' && (forbidden.test(part) || /^(core|shared|generic|utils?|helpers?|misc)-|-(utils?|helpers?|misc|manager)$/.test(part)));
  };

  it('say what it is and not that it is needed', () => {
    expect(paths.filter(faulty)).toEqual([]);
    expect(['libs/x/utils', 'a/date-utils.ts', 'a/x.helper.ts', 'a/common/x', 'a/core.ts', 'a/shared-types.ts', 'a/class.manager.ts'].filter((path) => !faulty(path) && !path.split('/').some(faulty))).toEqual([]);
  });

  it('of classes do not end in Manager', () => {
    const declared = /\b(?:class|interface|type|function|const)\s+(\w*(?:Manager|Utils?|Helpers?))\b/g;
    const found = sources.filter((path) => !isTest(path)).flatMap((path) => [...read(path).matchAll(declared)].map(([, name]) => `${path}: ${name}`));
    expect(found.filter((name) => !name.endsWith('TrainingManager'))).toEqual([]);
  });
});

describe('imports', () => {
  const graph = new Map(sources.map((path) => [path, importsOf(path, { types: false }).map((name) => fileOf(path, name)).filter((target) => target && sources.includes(target))]));

  it('go in no circle between files', () => {
    const product = new Map([...graph].filter(([path]) => !isTest(path)).map(([path, targets]) => [path, targets.filter((target) => !isTest(target))]));
    expect(cyclesOf(product)).toEqual([]);
  });

  it('would be found going in a circle', () => {
    expect(cyclesOf(new Map([['a', ['b']], ['b', ['c']], ['c', ['b']], ['d', ['d']]]))).toEqual([['b', 'c'], ['d']]);
    expect(importsOf('libs/workspace/architecture.test.mjs')).toContain('./projects.mjs');
  });

  it('of contracts are zod and other contracts', () => {
    const foreign = inLibs
      .filter((path) => placeOf(path).runtime === 'contract' && !isTest(path))
      .flatMap((path) => importsOf(path).filter((name) => name !== 'zod' && !name.startsWith('.') && !/^@halong\/\w+\/contract$/.test(name)).map((name) => `${path}: ${name}`));
    expect(foreign).toEqual([]);
  });

  it('go through the one door of another project', () => {
    const deep = inLibs.flatMap((path) => importsOf(path).filter((name) => name.startsWith('@halong/') && !/^@halong\/\w+\/(contract|server|web)$/.test(name)).map((name) => `${path}: ${name}`));
    expect(deep).toEqual([]);
  });

  it('of the product know nothing of testing', () => {
    expect(inLibs.filter((path) => !isTest(path) && importsOf(path).some((name) => name.startsWith('@halong/testing/')))).toEqual([]);
  });
});

describe('tables', () => {
  const server = inLibs.filter((path) => placeOf(path).runtime === 'server' && !isTest(path));
  const written = /\b(?:INSERT\s+(?:IGNORE\s+)?INTO|REPLACE\s+INTO|DELETE\s+(?:\w+\s+)?FROM|(?<!KEY\s)UPDATE)\s+`?([a-z]+_[a-z_]+)|\binsert(?:Many)?\(\s*['"`]([a-z]+_[a-z_]+)|@Entity\('([a-z]+_[a-z_]+)/g;
  const owners = [...Object.keys(domains), ...technical];
  const ownerOf = (table) => owners.find((name) => table.startsWith(`${name}_`));

  it('are written by their owner only, and carry its name', () => {
    const writes = server.flatMap((path) => [...read(path).matchAll(written)].map(([, sql, call, entity]) => ({ path, table: sql ?? call ?? entity })));
    expect(writes.length).toBeGreaterThan(20);
    expect(writes.filter(({ path, table }) => ownerOf(table) !== placeOf(path).domain).map(({ path, table }) => `${path}: ${table}`)).toEqual([]);
  });
});

describe('libraries', () => {
  it('write to the log and never to the console', () => {
    expect(inLibs.filter((path) => !isTest(path) && /\bconsole\.\w+\(/.test(read(path)))).toEqual([]);
  });

  it('decide by our clock and not by the machine’s', () => {
    const decisive = /\.(rules|lifecycle|policy|service|controller|listener|jobs)\.ts$/;
    expect(inLibs.filter((path) => placeOf(path).domain !== 'platform' && decisive.test(path) && /\bDate\.now\(\)|new Date\(\)/.test(read(path)))).toEqual([]);
  });
});
