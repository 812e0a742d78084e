import { join } from 'node:path';
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from './sources.testing.mjs';

const eslint = new ESLint({ cwd: root, overrideConfigFile: join(root, 'libs/workspace/eslint.config.mjs') });

/** What our configuration says about these lines if they stood in this file. */
async function verdict(filePath, ...lines) {
  const [result] = await eslint.lintText(`${lines.join('\n')}\n`, { filePath: join(root, filePath) });
  return result.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`).join('\n');
}

const use = (name, from) => [`import { ${name} } from '${from}';`, `export const used = ${name};`];
const rule = '@nx/enforce-module-boundaries';

/** The rule is silent when Nx has never looked at the workspace; then this canary is not. */
describe('the boundary rule bites', () => {
  // The first look loads the graph and the parser.
  beforeAll(() => verdict('libs/platform/contract/canary.ts', ''), 120_000);

  it.each([
    ['web on server', 'libs/platform/web/canary.ts', use('Database', '@halong/platform/server')],
    ['contract on server', 'libs/identity/contract/canary.ts', use('organisation', '@halong/organisation/server')],
    ['server on web', 'libs/organisation/server/canary.ts', use('useQuery', '@halong/platform/web')],
    ['a domain on one below it', 'libs/organisation/server/canary.ts', use('identity', '@halong/identity/server')],
    ['a contract on one below it', 'libs/organisation/contract/canary.ts', use('identityErrors', '@halong/identity/contract')],
    ['the platform on a domain', 'libs/platform/server/canary.ts', use('organisation', '@halong/organisation/server')],
    ['the design on a domain', 'libs/design/web/canary.tsx', use('organisation', '@halong/organisation/contract')],
    ['typeorm in the browser', 'libs/identity/web/canary.ts', use('DataSource', 'typeorm')],
    ['the driver in a contract', 'libs/identity/contract/canary.ts', use('createPool', 'mysql2')],
    ['React in a server', 'libs/identity/server/canary.ts', use('useState', 'react')],
    ['a way around the one door', 'libs/identity/server/canary.ts', use('UnitEntity', '../../organisation/server/unit/unit.entity.ts')],
    ['testing in the product', 'libs/identity/server/canary.ts', use('testInstallation', '@halong/testing/server')],
    ['a library on an app', 'libs/identity/server/canary.ts', use('domains', '../../../apps/api/domains.ts')],
    ['an app on the inside of another', 'apps/worker/canary.ts', use('anything', '../api/main.ts')],
    ['an app on the inside of another that is not the api', 'apps/api/canary.ts', use('loadDemo', '../worker/demo/load-demo.ts')],
  ])('on %s', async (_name, filePath, lines) => {
    expect(await verdict(filePath, ...lines)).toContain(rule);
  });

  it.each([
    ['the platform in a domain', 'libs/organisation/server/canary.ts', use('Database', '@halong/platform/server')],
    ['a domain above', 'libs/identity/server/canary.ts', use('organisation', '@halong/organisation/server')],
    ['its own contract in the browser', 'libs/identity/web/canary.ts', use('identityErrors', '@halong/identity/contract')],
    ['testing in a test', 'libs/identity/server/canary.int.test.ts', use('testInstallation', '@halong/testing/server')],
    ['every domain in an app', 'apps/api/canary.ts', use('organisation', '@halong/organisation/server')],
    ["the api's list of domains in another app", 'apps/worker/canary.ts', use('domains', '../api/domains.ts')],
  ])('and lets pass %s', async (_name, filePath, lines) => {
    expect(await verdict(filePath, ...lines)).toBe('');
  });
});

describe('the other rules bite', () => {
  it.each([
    ['a rule that reads the database', 'libs/identity/server/x.rules.ts', use('DataSource', 'typeorm')],
    ['a policy that asks a service', 'libs/identity/server/x.policy.ts', use('SomeService', './some.service.ts')],
    ['a controller that goes past its service', 'libs/identity/server/x.controller.ts', use('SomeRepository', './some.repository.ts')],
  ])('on %s', async (_name, filePath, lines) => {
    expect(await verdict(filePath, ...lines)).toContain('no-restricted-imports');
  });

  it.each([
    ["a screen's clock", 'libs/identity/web/canary.ts', ['export const at = Date.now();']],
    ["a page's day", 'apps/web/pages/canary.tsx', ['export const at = new Date();']],
  ])("on the device's own time for %s", async (_name, filePath, lines) => {
    expect(await verdict(filePath, ...lines)).toContain('serverNow');
  });

  it('on any, on the console and on endless files', async () => {
    expect(await verdict('libs/identity/server/canary.ts', 'export const x: any = 1;')).toContain('no-explicit-any');
    expect(await verdict('libs/identity/server/canary.ts', "console.log('x');")).toContain('no-console');
    expect(await verdict('libs/identity/server/canary.ts', ...Array.from({ length: 351 }, (_, line) => `export const x${line} = 1;`))).toContain('max-lines');
  });
});
