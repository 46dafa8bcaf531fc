import type { Actor } from '@countersign/domain/access';
import { CredentialRow } from '../people/person.row';
import { Doorkeeper } from '../platform/gate';
import type { NewPerson } from '../programs/set-up-program';
import { PASSWORD, NOON } from '../testing/test-program';
import { programUnderTest } from '../testing/program-under-test';
import { FreshPassword } from './fresh-password';

const LOCK_MS = 15 * 60_000;

describe('The password at a signature', () => {
  const here = programUnderTest('fresh');
  const actorOf = ({ id }: NewPerson): Actor => ({ personId: id, roles: [] });
  const prove = (person: NewPerson, password: string) =>
    here.server.app.get(Doorkeeper).prove(actorOf(person), password);
  const signing = (person: NewPerson, secret?: string) => ({
    ...actorOf(person),
    ...(secret === undefined ? {} : { proof: { method: 'password' as const, secret } }),
  });
  const check = (person: NewPerson, secret?: string) =>
    here.server.db.write(signing(person, secret), (tx) => here.server.app.get(FreshPassword).check(tx));
  const credentialOf = ({ id: personId }: NewPerson) =>
    here.server.read((manager) => manager.findOneByOrFail(CredentialRow, { personId }));

  it('is counted when it is wrong, also where what was to be signed is refused, and set back by the right one', async () => {
    const { supervisor } = here.program.people;
    await expect(prove(supervisor, 'not this')).rejects.toMatchObject({
      code: 'signature/password-wrong',
      detail: { left: 4 },
    });
    expect((await credentialOf(supervisor)).failures).toBe(1);
    const { secret } = await prove(supervisor, PASSWORD);
    await here.server.db
      .write(signing(supervisor, secret), async (tx) => {
        await here.server.app.get(FreshPassword).check(tx);
        throw new Error('what was to be signed is refused');
      })
      .catch(() => undefined);
    expect((await credentialOf(supervisor)).failures).toBe(1);
    await check(supervisor, secret);
    expect((await credentialOf(supervisor)).failures).toBe(0);
  });

  it('locks the account at the fifth wrong one; the right one, and one found right before, then sign nothing', async () => {
    const { director } = here.program.people;
    const { secret } = await prove(director, PASSWORD);
    for (let tries = 0; tries < 5; tries += 1)
      await expect(prove(director, 'not this')).rejects.toMatchObject({ code: 'signature/password-wrong' });
    await expect(prove(director, 'not this')).rejects.toMatchObject({ code: 'signature/locked' });
    await expect(check(director, secret)).rejects.toMatchObject({ code: 'signature/locked' });
    here.server.setClock(NOON + LOCK_MS);
    await check(director, secret);
    here.server.setClock(NOON);
  });

  it('is needed: a command that signs without one is refused, and one for a password that is no more', async () => {
    const { coordinator } = here.program.people;
    const refused = { code: 'signature/authentication-required' };
    await expect(check(coordinator)).rejects.toMatchObject(refused);
    await expect(check(coordinator, 'an older hash')).rejects.toMatchObject(refused);
  });
});
