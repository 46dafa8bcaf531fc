import type { EntityManager } from 'typeorm';
import type { Act } from '../platform/act';
import type { Writer } from '../platform/privacy';
import { problem } from '../platform/problem';
import { ActRow } from './act.row';

/** Somebody whose request names its act. */
export type ActWriter = Writer & { readonly act: Act };

/** Keeps what an act was answered, in its own transaction. A twin that was first has the key: the transaction fails. */
export async function keepAnswer(
  manager: EntityManager,
  { personId, act }: ActWriter,
  answer: unknown,
  at: number,
): Promise<void> {
  const { key: id, digest, programId } = act;
  const row = { personId, id, digest, programId, answer: (answer ?? null) as object | null, at };
  await manager.insert(ActRow, row);
}

/**
 * What an act was answered the first time; undefined where it was not done yet.
 * @throws ProblemException `request/key-reused` where something else was done under its key
 */
export async function firstAnswer(
  manager: EntityManager,
  { personId, act }: ActWriter,
): Promise<{ readonly answer: unknown } | undefined> {
  const row = await manager.findOneBy(ActRow, { personId, id: act.key });
  if (row === null) return undefined;
  if (row.digest !== act.digest) throw problem('request/key-reused');
  return { answer: row.answer ?? undefined };
}
