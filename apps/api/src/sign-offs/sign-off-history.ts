import { Injectable } from '@nestjs/common';
import type { SignOffState } from '@countersign/domain/competency';
import { ROW_SNAPSHOT, type LedgerEvent } from '@countersign/domain/ledger';
import type { SignOffEventView, SignOffHistoryView } from '@countersign/contracts/sign-offs/history-views';
import type { Reading } from '../db/context';
import { EventRow } from '../db/event.row';
import { readTexts, type Texts } from '../db/texts';
import { namesIn, type Names } from '../programs/names';
import { SignatureRow } from '../signatures/signature.row';
import type { ChangedEvidence, SignOffRow } from './sign-off.row';
import { readsReasons } from './sign-off-views';

/** What one event set, as the log holds it. */
interface Told {
  readonly event: EventRow;
  /** Columns of the sign-off that it set. */
  readonly set: Partial<SignOffRow>;
  readonly signatureId: string | undefined;
  readonly textId: string | undefined;
  /** It is of the first epoch, which tells of no rows. */
  readonly bare: boolean;
}

/** What the events of one sign-off share. */
interface Around {
  readonly names: Names;
  readonly texts: Texts;
  readonly signatures: readonly SignatureRow[];
}

/** Tells from the log what happened to a sign-off: who, when, old and new, and the words of it to those who read them. */
@Injectable()
export class SignOffHistory {
  /** Every event of a sign-off that the reader may see, oldest first. */
  async of(view: Reading, row: SignOffRow): Promise<SignOffHistoryView> {
    const { manager, actor } = view;
    const { programId, id: subjectId } = row;
    const events = await manager.find(EventRow, {
      where: { logId: programId, object: `sign-off:${subjectId}` },
      order: { seq: 'ASC' },
    });
    const told = events.filter(({ action }) => action !== ROW_SNAPSHOT).map(toldBy);
    const readable = readsReasons(actor, row) ? told.map(({ textId }) => textId) : [];
    const around: Around = {
      names: await namesIn(view, programId),
      texts: await readTexts(view, programId, readable),
      signatures: await manager.findBy(SignatureRow, { programId, subject: 'sign-off', subjectId }),
    };
    let before: Partial<SignOffRow> = {};
    return {
      events: told.map((one) => {
        const shown = eventView(one, before, around);
        before = { ...before, ...one.set };
        return shown;
      }),
    };
  }
}

function toldBy(event: EventRow): Told {
  const body = event.body === null ? null : (JSON.parse(event.body) as LedgerEvent);
  const rows = body?.v === 2 ? body.rows : [];
  const keyIn = (table: string) => rows.find(([of]) => of === table)?.[2]['id'];
  const [signatureId, textId] = [keyIn('signature'), keyIn('text')];
  return {
    event,
    set: Object.assign({}, ...rows.filter(([of]) => of === 'sign_off').map((change) => change[3])) as object,
    signatureId: typeof signatureId === 'string' ? signatureId : undefined,
    textId: typeof textId === 'string' ? textId : undefined,
    bare: body?.v !== 2,
  };
}

function eventView(
  { event, set, signatureId, textId, bare }: Told,
  before: Partial<SignOffRow>,
  { names, texts, signatures }: Around,
): SignOffEventView {
  const { seq, at, action, actorId } = event;
  const given = signatures.find(({ id }) => id === signatureId);
  const text = texts.words(textId);
  const removedAt = texts.removedAt(textId);
  const { endReason } = set;
  return {
    ...{ seq, at, action, bare },
    ...(names.has(actorId) ? { by: names.person(actorId) } : {}),
    ...stateIn(before.state, set.state),
    ...(given === undefined ? {} : { signature: signatureIn(given) }),
    changed: newIn(before.changed, set.changed),
    ...(endReason ? { reasonCode: endReason } : {}),
    ...(text === undefined ? {} : { text }),
    ...(removedAt === undefined ? {} : { textRemovedAt: removedAt }),
  };
}

function stateIn(from: SignOffState | undefined, to: SignOffState | undefined) {
  if (to === undefined || to === from) return {};
  return { ...(from === undefined ? {} : { from }), to };
}

function signatureIn({ printedName, capacity, meaning, documentDigest }: SignatureRow) {
  return { printedName, capacity, meaning, documentDigest };
}

/** Evidence that an event added to what has changed. */
function newIn(before: readonly ChangedEvidence[] = [], now: readonly ChangedEvidence[] = before) {
  return now.slice(before.length).map((one) => ({ ...one }));
}
