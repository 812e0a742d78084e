import { domains, technical } from './domains.mjs';

const platform = ['domain:platform'];

/** The Nx constraints that follow from the domain map and from the three runtimes. */
export const depConstraints = [
  { sourceTag: 'kind:app', onlyDependOnLibsWithTags: ['domain:*'] },
  ...Object.entries(domains).map(([domain, known]) => ({
    sourceTag: `domain:${domain}`,
    onlyDependOnLibsWithTags: [`domain:${domain}`, 'domain:design', 'domain:testing', ...platform, ...known.map((name) => `domain:${name}`)],
  })),
  { sourceTag: 'domain:platform', onlyDependOnLibsWithTags: ['domain:platform', 'domain:testing'] },
  { sourceTag: 'domain:design', onlyDependOnLibsWithTags: ['domain:design', ...platform] },
  { sourceTag: 'domain:testing', onlyDependOnLibsWithTags: ['domain:testing', ...platform] },
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

export const domainNames = [...Object.keys(domains), ...technical];
