import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from './commands.mjs';

/** In this order; since MariaDB 11 their names start with `mariadb_`. */
const scripts = [
  'mysql_system_tables.sql', 'mysql_performance_tables.sql', 'mysql_system_tables_data.sql',
  'maria_add_gis_sp_bootstrap.sql', 'mysql_sys_schema.sql',
];

const collation = 'utf8mb4_unicode_ci';

function commonOptions({ base, share }, dataFolder) {
  return [
    '--no-defaults',
    `--basedir=${base}`,
    `--lc-messages-dir=${share}`,
    `--character-sets-dir=${join(share, 'charsets')}`,
    `--datadir=${dataFolder}`,
    '--character-set-server=utf8mb4',
    `--collation-server=${collation}`,
    ...(process.getuid() === 0 ? ['--user=root'] : []),
  ];
}

/**
 * What a new data folder is made from. Bootstrap mode wants each of the first statements on its own line; root gets no
 * password, since only the socket in our private folder leads to it.
 */
function bootstrapSql(share) {
  const read = (name) => readFileSync([name, name.replace('mysql_', 'mariadb_')].map((file) => join(share, file)).find(existsSync), 'utf8');
  return [
    'create database if not exists mysql;',
    'use mysql;',
    'SET @auth_root_socket=NULL;',
    'set @skip_auth_anonymous=1;',
    ...scripts.map(read),
    `create database halong character set utf8mb4 collate ${collation};`,
    '',
  ].join('\n');
}

/** Makes the data folder once, with an empty database `halong`; one that was interrupted is made anew. */
export async function prepareMariadb(binary, folder) {
  const dataFolder = join(folder, 'data');
  mkdirSync(join(folder, 'tmp'), { recursive: true });
  if (existsSync(dataFolder)) return;
  const draft = join(folder, 'data.draft');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft);
  const env = { ...process.env, ...binary.env };
  await mustRun(binary.command, [...commonOptions(binary, draft), '--bootstrap'], { env, input: bootstrapSql(binary.share) });
  renameSync(draft, dataFolder);
}

/** How to run it: on a Unix socket only. `durable: false` (service tests) flushes once a second instead of at each commit. */
export function mariadbPlan(binary, { folder, socket, log, durable = true }) {
  return {
    name: 'mariadb',
    command: binary.command,
    args: [
      ...commonOptions(binary, join(folder, 'data')),
      '--skip-networking',
      '--skip-name-resolve',
      `--socket=${socket}`,
      `--pid-file=${join(folder, 'mariadbd.pid')}`,
      `--tmpdir=${join(folder, 'tmp')}`,
      "--default-time-zone=+00:00",
      '--max-connections=200',
      `--innodb-flush-log-at-trx-commit=${durable ? 1 : 2}`,
    ],
    env: { ...process.env, ...binary.env },
    log,
    grace: 60_000,
  };
}
