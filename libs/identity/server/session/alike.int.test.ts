import { createHook } from 'node:async_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { admin, identityInstallation } from '../identity.testing.ts';

/** What differs between any two answers, whoever is asked about. */
const ofTheAnswer = new Set(['date', 'x-request-id', 'x-halong-now']);

describe('a refused sign-in', () => {
  let scene: Awaited<ReturnType<typeof identityInstallation<TestInstallation>>>;
  let hashes = 0;
  const counter = createHook({ init: (_id, type) => void (hashes += type === 'ARGON2REQUEST' ? 1 : 0) });
  beforeAll(async () => {
    scene = await identityInstallation(testInstallation);
    counter.enable();
  });
  afterAll(async () => {
    counter.disable();
    await scene.app.close();
  });

  /** Everything that can be learnt from outside, and the work that was done. */
  const refusal = async (login: string, address?: Record<string, string>) => {
    const before = hashes;
    const { status, body: { requestId: _, ...body }, response } = await scene.browser(address).signIn(login, 'sai mật khẩu');
    const headers = [...response.headers].filter(([name]) => !ofTheAnswer.has(name));
    return { status, body, headers, hashes: hashes - before };
  };

  it('tells nothing of the account and costs one hash, whoever is asked about', async () => {
    await scene.account('coma');
    await scene.account('quantri', admin);
    await scene.accounts.createExternal({ displayName: 'Chưa kích hoạt', login: 'dangcho' });
    const locked = await scene.account('bikhoa');
    await scene.app.db.run('UPDATE identity_account SET disabled_at = ? WHERE id = ?', [scene.app.clock.now(), locked]);
    const known = await refusal('coma');
    expect(known).toMatchObject({ status: 401, body: { code: 'identity.wrong_sign_in' }, hashes: 1 });
    for (const login of ['khongcoai', 'quantri', 'dangcho', 'bikhoa', 'khong.co@quangninh.example', 'có dấu', 'x'.repeat(120)]) expect(await refusal(login)).toEqual(known);
  });

  it('is slowed down alike, without a hash', async () => {
    const told = async (login: string) => {
      const answers = [];
      for (let one = 0; one < 6; one += 1) answers.push(await refusal(login));
      return answers;
    };
    await scene.account('cham');
    const [known, unknown] = [await told('cham'), await told('khongco2')];
    expect(unknown.map(({ status, hashes: work }) => [status, work])).toEqual(known.map(({ status, hashes: work }) => [status, work]));
    expect(known.at(-1)).toMatchObject({ status: 429, hashes: 0 });
    expect(unknown.at(-1)).toEqual(known.at(-1));
  });
});
