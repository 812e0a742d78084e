import { loadConfig, openContext, platformCommands, type Command } from '@halong/platform/server';
import { domains } from '../api/domains.ts';

const commands: Record<string, Command> = { ...platformCommands, ...Object.assign({}, ...domains.map(({ commands: own }) => own ?? {})) };

function printUsage(): void {
  console.log('npm run halong -- <command>\n');
  for (const [name, command] of Object.entries(commands)) console.log(`  ${`${name} ${command.usage}`.padEnd(48)} ${command.summary}`);
}

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  printUsage();
  process.exit(name === '' || name === 'help' ? 0 : 1);
}
const running = await openContext({ name: 'halong', config: loadConfig(), domains, background: false });
try {
  process.exitCode = await command.run(running.app, args, console.log);
} finally {
  await running.close();
}
process.exit();
