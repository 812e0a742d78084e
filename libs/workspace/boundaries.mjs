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

/** A domain and everything that stands above it: what a test must compose to run it. */
function upstreamOf(domain, seen = new Set()) {
  for (const known of domains[domain]) {
    if (!seen.has(known)) upstreamOf(known, seen.add(known));
  }
  return [...seen];
}

/** The Nx constraints that follow from the domain map; `extra` are tags that everybody may know besides. */
const constraints = (extra, knownTo = (domain) => domains[domain]) => [
  { sourceTag: 'kind:app', onlyDependOnLibsWithTags: ['domain:*'] },
  ...Object.keys(domains).map((domain) => ({
    sourceTag: `domain:${domain}`,
    onlyDependOnLibsWithTags: [`domain:${domain}`, 'domain:design', ...platform, ...knownTo(domain).map((name) => `domain:${name}`), ...extra],
  })),
  { sourceTag: 'domain:platform', onlyDependOnLibsWithTags: [...platform, ...extra] },
  { sourceTag: 'domain:design', onlyDependOnLibsWithTags: ['domain:design', ...platform, ...extra] },
  { sourceTag: 'domain:testing', onlyDependOnLibsWithTags: ['domain:testing', ...platform] },
  ...runtimeConstraints,
];

/** The one thing that apps take from each other: the list of the domains (decision 011). */
const allow = ['^(\\.\\./){1,2}api/domains\\.ts$'];

const rule = (options) => ['error', { enforceBuildableLibDependency: false, allow, ...options }];

/** The product knows nothing of its tests. */
export const boundaries = rule({ depConstraints: constraints([]) });

/**
 * Tests may use `testing`, which stands on the platform (the platform's own tests make that a circle), and compose
 * every domain above their own.
 */
export const testBoundaries = rule({
  depConstraints: constraints(['domain:testing'], upstreamOf),
  ignoredCircularDependencies: [['platform-server', 'testing-server']],
});

export const domainNames = [...Object.keys(domains), ...technical];
