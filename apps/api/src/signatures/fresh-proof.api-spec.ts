import type { Actor } from '@countersign/domain/access';
import { CredentialRow, PersonRow } from '../people/person.row';
import { Doorkeeper } from '../platform/gate';
import type { NewPerson } from '../programs/set-up-program';
import { PASSWORD, NOON } from '../testing/test-program';
import { programUnderTest } from '../testing/program-under-test';
import { FreshProof } from './fresh-proof';

describe('The password at a signature', () => {
  const here = programUnderTest('fresh');
  const actorOf = ({ id }: NewPerson): Actor => ({ personId: id, roles: [] });
  const prove = (person: NewPerson, password: string) =>
    here.server.app
      .get(Doorkeeper)
      .prove(actorOf(person), password)
      .then((proof) => ({ secret: proof.method === 'password' ? proof.secret : '' }));
  const signing = (person: NewPerson, secret?: string) => ({
    ...actorOf(person),
    ...(secret === undefined ? {} : { proof: { method: 'password' as const, secret } }),
  });
  const check = (person: NewPerson, secret?: string) =>
    here.server.db.write(signing(person, secret), (tx) => here.server.app.get(FreshProof).check(tx));
  const credentialOf = ({ id: personId }: NewPerson) =>
    here.server.read((manager) => manager.findOneByOrFail(CredentialRow, { personId }));

  it('is counted when it is wrong, also where what was to be signed is refused, and set back by the right one', async () => {
    const { supervisor } = here.program.people;
    await expect(prove(supervisor, 'not this')).rejects.toMatchObject({
      code: 'signature/password-wrong',
    });
    expect((await credentialOf(supervisor)).failures).toBe(1);
    const { secret } = await prove(supervisor, PASSWORD);
    await here.server.db
      .write(signing(supervisor, secret), async (tx) => {
        await here.server.app.get(FreshProof).check(tx);
        throw new Error('what was to be signed is refused');
      })
      .catch(() => undefined);
    expect((await credentialOf(supervisor)).failures).toBe(1);
    await check(supervisor, secret);
    expect((await credentialOf(supervisor)).failures).toBe(0);
  });

  it('is taken however many wrong ones came before, save after a reset by somebody else, and by a closed account', async () => {
    const { director } = here.program.people;
    for (let tries = 0; tries < 12; tries += 1)
      await expect(prove(director, 'not this')).rejects.toMatchObject({ code: 'signature/password-wrong' });
    const { secret } = await prove(director, PASSWORD);
    await check(director, secret);
    const key = { personId: director.id, kind: 'password' } as const;
    const set = (signsFrom: number | null, disabledAt: number | null) =>
      here.server.write('test', async ({ manager }) => {
        await manager.update(CredentialRow, key, { signsFrom });
        await manager.update(PersonRow, { id: director.id }, { disabledAt });
      });
    await set(NOON + 1, null);
    await expect(check(director, secret)).rejects.toMatchObject({ code: 'signature/after-reset' });
    await set(null, NOON);
    await expect(check(director, secret)).rejects.toMatchObject({
      code: 'signature/authentication-required',
    });
    await set(NOON, null);
    await check(director, secret);
  });

  it('is needed: a command that signs without one is refused, and one for a password that is no more', async () => {
    const { coordinator } = here.program.people;
    const refused = { code: 'signature/authentication-required' };
    await expect(check(coordinator)).rejects.toMatchObject(refused);
    await expect(check(coordinator, 'an older hash')).rejects.toMatchObject(refused);
  });
});
