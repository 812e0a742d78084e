import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** argon2id with 19 MiB and two passes (OWASP's minimum, about 27 ms of one core). */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const tagLength = 32;
const derive = promisify(argon2);

type Cost = { memory: number; passes: number; parallelism: number };

/** One visible password has one spelling: composed and decomposed letters are the same. */
const bytesOf = (password: string) => Buffer.from(password.normalize('NFKC'), 'utf8');

const tagOf = (password: string, salt: Buffer, { memory, passes, parallelism }: Cost): Promise<Buffer> =>
  derive('argon2id', { message: bytesOf(password), nonce: salt, memory, passes, parallelism, tagLength });

const prefix = `${cost.memory},${cost.passes},${cost.parallelism}`;

/** password → "m,t,p$salt$tag", salt and tag in base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await tagOf(password, salt, cost);
  return `${prefix}$${salt.toString('base64')}$${tag.toString('base64')}`;
}

/** Nobody's password: what an unknown account is compared with, at the same cost. */
const nobodys = `${prefix}$${randomBytes(16).toString('base64')}$${randomBytes(tagLength).toString('base64')}`;

/** Without a stored hash the work is the same and the answer is false. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [numbers = '', salt = '', tag = ''] = (stored ?? nobodys).split('$');
  const [memory = 0, passes = 0, parallelism = 0] = numbers.split(',').map(Number);
  const expected = Buffer.from(tag, 'base64');
  const actual = await tagOf(password, Buffer.from(salt, 'base64'), { memory, passes, parallelism });
  return timingSafeEqual(actual, expected) && stored !== null;
}

/** Made with other parameters than today's: hash again at the next sign-in. */
export const isOutdated = (stored: string): boolean => !stored.startsWith(`${prefix}$`);
