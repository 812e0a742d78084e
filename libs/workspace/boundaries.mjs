import { domains, technical } from './domains.mjs';

const platform = ['domain:platform'];

/** The three runtimes: what runs in the browser knows no server, and contracts run anywhere. */
const runtimeConstraints = [
  {
    sourceTag: 'runtime:contract',
    onlyDependOnLibsWithTags: ['runtime:contract'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'mysql2', 'react', 'react-dom', '@mantine/*', 'bullmq', 'ioredis'],
  },
  {
    sourceTag: 'runtime:web',
    onlyDependOnLibsWithTags: ['runtime:web', 'runtime:contract'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'mysql2', 'bullmq', 'ioredis', 'socket.io', 'pino', 'exceljs', 'pdfkit'],
  },
  {
    sourceTag: 'runtime:server',
    onlyDependOnLibsWithTags: ['runtime:server', 'runtime:contract'],
    bannedExternalImports: ['react', 'react-dom', '@mantine/*', '@tanstack/*'],
  },
];

/** The Nx constraints that follow from the domain map; `extra` are tags that everybody may know besides. */
const constraints = (extra) => [
  { sourceTag: 'kind:app', onlyDependOnLibsWithTags: ['domain:*'] },
  ...Object.entries(domains).map(([domain, known]) => ({
    sourceTag: `domain:${domain}`,
    onlyDependOnLibsWithTags: [`domain:${domain}`, 'domain:design', ...platform, ...known.map((name) => `domain:${name}`), ...extra],
  })),
  { sourceTag: 'domain:platform', onlyDependOnLibsWithTags: [...platform, ...extra] },
  { sourceTag: 'domain:design', onlyDependOnLibsWithTags: ['domain:design', ...platform, ...extra] },
  { sourceTag: 'domain:testing', onlyDependOnLibsWithTags: ['domain:testing', ...platform] },
  ...runtimeConstraints,
];

const rule = (options) => ['error', { enforceBuildableLibDependency: false, allow: [], ...options }];

/** The product knows nothing of its tests. */
export const boundaries = rule({ depConstraints: constraints([]) });

/** Tests may use `testing`, which stands on the platform: the platform's own tests make that a circle. */
export const testBoundaries = rule({
  depConstraints: constraints(['domain:testing']),
  ignoredCircularDependencies: [['platform-server', 'testing-server']],
});

export const domainNames = [...Object.keys(domains), ...technical];
