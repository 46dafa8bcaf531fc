import type { SignOffView } from '@countersign/contracts/sign-offs/views';

/** What a fellow holds and has asked for in one competency. */
export interface NewestOf {
  /** Signed, and neither ended nor renewed: in force, lapsed, or suspended. */
  readonly held?: SignOffView;
  /** Signatures are still to come. */
  readonly pending?: SignOffView;
}

const held: readonly SignOffView['state'][] = ['signed', 'lapsed', 'suspended'];

/** Looks up what a fellow holds and has asked for, in a list of sign-offs. */
export function newestOf(
  signOffs: readonly SignOffView[],
): (fellowId: string, competencyId: string) => NewestOf {
  const found = new Map<string, NewestOf>();
  for (const signOff of signOffs) {
    const key = keyOf(signOff.fellow.id, signOff.competencyId);
    const before = found.get(key) ?? {};
    if (held.includes(signOff.state)) found.set(key, { ...before, held: signOff });
    else if (signOff.turn !== undefined) found.set(key, { ...before, pending: signOff });
  }
  return (fellowId, competencyId) => found.get(keyOf(fellowId, competencyId)) ?? {};
}

function keyOf(fellowId: string, competencyId: string): string {
  return JSON.stringify([fellowId, competencyId]);
}
