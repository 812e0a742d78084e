import { personalId, type World } from './world.ts';

/** What an answer was, for the search at the end. */
export interface Answer {
  route: string;
  text: string;
}

/** Everything that opens something, as it is kept or as it was given out: no answer may show it. */
export async function secretsOf(world: World): Promise<string[]> {
  const column = async (sql: string): Promise<string[]> => (await world.db.rows<{ secret: string | null }>(sql)).flatMap(({ secret }) => (secret === null ? [] : [secret]));
  const cookies = Object.values(world.cookies).map((cookie) => cookie.slice(cookie.indexOf('=') + 1));
  return [
    personalId,
    ...cookies,
    ...(await column('SELECT token_hash AS secret FROM identity_session')),
    ...(await column('SELECT password_hash AS secret FROM identity_account')),
    ...(await column('SELECT code_hash AS secret FROM identity_one_time_code')),
    ...(await column('SELECT personal_id_hash AS secret FROM organisation_person')),
    ...(await column('SELECT storage_key AS secret FROM platform_file')),
    ...(await column('SELECT LOWER(HEX(secret)) AS secret FROM attendance_session')),
  ];
}

/** Codes that let somebody in, as the issuing route said them once; the mails of a trial machine carry their own. */
export function codesIn(answers: readonly Answer[]): string[] {
  return answers.filter(({ route }) => route === issuing).map(({ text }) => (JSON.parse(text) as { code: string }).code);
}
export const issuing = 'POST /accounts/:id/one-time-code';

/** The routes whose answers contain one of these. */
export function leaks(answers: readonly Answer[], secrets: readonly string[]): string[] {
  return answers.filter(({ text }) => secrets.some((secret) => text.includes(secret))).map(({ route }) => route);
}
