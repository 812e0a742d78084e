import { writeFileSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { Audit } from '../audit/audit.ts';
import { Clock } from '../clock/clock.ts';
import { CONFIG, type Config } from '../config/config.ts';
import { schemaDrift } from '../database/draft-migration.ts';
import { DeadLetters } from '../events/dead-letters.ts';
import type { Command } from './command.ts';

const verifyAudit: Command = {
  usage: '',
  summary: 'walks the audit chain and says whether anything was changed, deleted or cut off',
  async run(app, _args, print) {
    const audit = app.get(Audit);
    while ((await audit.link()) > 0);
    const verdict = await audit.verify();
    print(verdict.ok ? `The audit chain is whole: ${verdict.checked} records.` : `The audit chain is broken at link ${verdict.brokenAt}: ${verdict.why}.`);
    return verdict.ok ? 0 : 1;
  },
};

const clock: Command = {
  usage: '[ISO time]',
  summary: 'shows the clock, or moves it (test and demo installations only)',
  async run(app, [wanted], print) {
    const config = app.get<Config>(CONFIG);
    const at = app.get(Clock);
    if (wanted !== undefined) {
      if (config.production) return refuse(print, 'Production does not run on a moved clock.');
      if (Number.isNaN(Date.parse(wanted))) return refuse(print, `${wanted} is not a time. Write it like 2026-10-01T07:20:00+07:00.`);
      await at.moveTo(new Date(wanted));
    }
    print(at.now().toISOString());
    return 0;
  },
};

function refuse(print: (line: string) => void, why: string): number {
  print(why);
  return 1;
}

const draftMigration: Command = {
  usage: '<domain> <name>',
  summary: 'writes the difference between entities and schema as a migration to read and keep',
  async run(app, [domain, name], print) {
    if (!domain || !name) return refuse(print, 'Say the domain and a name, like: draft-migration classes add-room-note');
    const { up, down } = await schemaDrift(app.get(DataSource));
    if (up.length === 0) return refuse(print, 'Entities and schema agree; there is nothing to migrate.');
    const stamp = Date.now();
    const className = `${name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase())}${stamp}`;
    const list = (statements: string[]) => statements.map((statement) => `    ${JSON.stringify(statement)},\n`).join('');
    const folder = domain === 'platform' ? 'libs/platform/server/database/migrations' : `libs/${domain}/server/migrations`;
    const from = domain === 'platform' ? '../sql-migration.ts' : '@halong/platform/server';
    const text = `import { SqlMigration } from '${from}';\n\nexport class ${className} extends SqlMigration {\n  name = '${className}';\n\n  statements = [\n${list(up)}  ];\n\n  undo = [\n${list(down)}  ];\n}\n`;
    writeFileSync(`${folder}/${stamp}-${name}.ts`, text, { flag: 'wx' });
    print(`${folder}/${stamp}-${name}.ts`);
    return 0;
  },
};

const deadLetters: Command = {
  usage: '[retry]',
  summary: 'lists the messages whose handling failed for good, or sends them again',
  async run(app, [word], print) {
    const letters = app.get(DeadLetters);
    if (word === 'retry') {
      print(`${await letters.redrive()} sent again.`);
      return 0;
    }
    for (const { message, eventId, subscriber, attempts, error } of await letters.list()) print(`${message} ${eventId} → ${subscriber}, ${attempts} attempts: ${error}`);
    return 0;
  },
};

export const platformCommands: Record<string, Command> = { 'verify-audit': verifyAudit, 'dead-letters': deadLetters, clock, 'draft-migration': draftMigration };
