import type { AccessView } from '@countersign/contracts/people/views';
import { AccessLinkRow } from '../accounts/access-link.row';
import { instantOf } from '../db/columns';
import type { Reading } from '../db/context';
import { CredentialRow, PersonRow } from '../people/person.row';

/** Who of these people has a password, and who has a link to choose one; each is answered for. One statement. */
export async function accessesOf(
  { manager, now }: Reading,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, AccessView>> {
  if (personIds.length === 0) return new Map();
  const found = await manager
    .createQueryBuilder(PersonRow, 'person')
    .leftJoin(CredentialRow, 'credential', "credential.personId = person.id AND credential.kind = 'password'")
    .leftJoin(AccessLinkRow, 'link', "link.personId = person.id AND link.slot = 'open'")
    .leftJoin(
      CredentialRow,
      'factor',
      "factor.personId = person.id AND factor.kind = 'totp' AND factor.chosenAt IS NOT NULL",
    )
    .where('person.id IN (:...personIds)', { personIds: [...personIds] })
    .select(['person.id AS id', 'credential.kind AS kind', 'link.expiresAt AS expiresAt'])
    .addSelect('factor.kind', 'factor')
    .getRawMany<{
      id: string;
      kind: string | null;
      factor: string | null;
      expiresAt: Date | string | null;
    }>();
  return new Map(
    found.map(({ id, kind, factor, expiresAt }) => {
      const linkUntil = instantOf(expiresAt);
      const state = kind !== null ? 'password' : linkUntil === null ? 'none' : 'invited';
      const second = factor === null ? {} : { secondFactor: true };
      const open = linkUntil !== null && linkUntil > now ? { linkUntil } : {};
      return [
        id,
        { state: state === 'invited' && !('linkUntil' in open) ? 'expired' : state, ...second, ...open },
      ];
    }),
  );
}
