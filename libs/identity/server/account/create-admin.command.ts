import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { AppError, dayOf, formatDay } from '@halong/platform/contract';
import { CONFIG, Database, type Command, type Config } from '@halong/platform/server';
import { passwordFault } from '../password/password.rules.ts';
import { Accounts } from './accounts.ts';

const loginPattern = /^[a-z][a-z0-9._-]{2,39}$/;

/** Opens the first way in: an account that administers the system, with a code or a password. */
export const createAdmin: Command = {
  usage: '<login> [--name "…"] [--password-stdin]',
  summary: 'makes a system administrator; prints a one-time code, or reads the password from the standard input',
  async run(app, args, print) {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { name: { type: 'string' }, 'password-stdin': { type: 'boolean' } } });
    const login = positionals[0]?.toLowerCase() ?? '';
    if (!loginPattern.test(login)) return refuse(print, 'Say a login of 3 to 40 letters, digits, dots or hyphens, like: create-admin quantri --name "Nguyễn Văn An"');
    const displayName = values.name?.trim() || login;
    const password = values['password-stdin'] ? (await text(process.stdin)).replace(/\r?\n$/, '') : undefined;
    const fault = password === undefined ? undefined : passwordFault(password, { login, email: null, displayName });
    if (fault) return refuse(print, fault.en.replace('{min}', '8'));
    try {
      await make(app, { login, displayName, password }, print);
      return 0;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return refuse(print, error.def.en.replace('{login}', login));
    }
  },
};

async function make(app: INestApplicationContext, admin: { login: string; displayName: string; password?: string }, print: (line: string) => void): Promise<void> {
  const accounts = app.get(Accounts, { strict: false });
  const id = await app.get(Database).transaction(async () => {
    const made = await accounts.createExternal(admin);
    await accounts.grant(made, { role: 'SYSTEM_ADMIN', scopeType: 'GLOBAL', scopeId: 0, reason: 'create-admin' });
    return made;
  });
  if (admin.password !== undefined) {
    await accounts.setPassword(id, admin.password);
    return print(`${admin.login} administers the system now and signs in with that password.`);
  }
  const { code, expiresAt } = await accounts.issueCode(id);
  print(`${admin.login} administers the system now. Choose a password at ${app.get<Config>(CONFIG).PUBLIC_URL}/kich-hoat`);
  print(`One-time code: ${code}   (until ${formatDay(dayOf(expiresAt))})`);
}

function refuse(print: (line: string) => void, why: string): number {
  print(why);
  return 1;
}
