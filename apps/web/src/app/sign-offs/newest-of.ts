import type { SignOffView } from '@countersign/contracts/sign-offs/views';

/** What a fellow holds and has asked for in one competency. */
export interface NewestOf {
  /** Signed, and neither ended nor renewed: in force, lapsed, or suspended. */
  readonly held?: SignOffView;
  /** Signatures are still to come. */
  readonly pending?: SignOffView;
}

const held: readonly SignOffView['state'][] = ['signed', 'lapsed', 'suspended'];

/**
 * Looks up what a fellow holds and has asked for, in a list of sign-offs; what is held, under the competency of today for
 * which it stands.
 */
export function newestOf(
  signOffs: readonly SignOffView[],
): (fellowId: string, competencyId: string) => NewestOf {
  const found = new Map<string, NewestOf>();
  for (const signOff of signOffs) {
    const note = (competencyId: string, part: NewestOf): void => {
      const key = keyOf(signOff.fellow.id, competencyId);
      found.set(key, { ...found.get(key), ...part });
    };
    if (held.includes(signOff.state))
      for (const { competencyId } of signOff.standsAs) note(competencyId, { held: signOff });
    else if (signOff.turn !== undefined) note(signOff.competencyId, { pending: signOff });
  }
  return (fellowId, competencyId) => found.get(keyOf(fellowId, competencyId)) ?? {};
}

function keyOf(fellowId: string, competencyId: string): string {
  return JSON.stringify([fellowId, competencyId]);
}
