import type { INestApplicationContext } from '@nestjs/common';

/** One `npm run halong -- <name> …`. Answers the exit code. */
export interface Command {
  usage: string;
  summary: string;
  run(app: INestApplicationContext, args: string[], print: (line: string) => void): Promise<number>;
}
