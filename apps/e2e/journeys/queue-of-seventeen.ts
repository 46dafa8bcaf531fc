import type { Page } from '@playwright/test';
import type { EntryBody, LogEntryBody, ProcedureBody } from '@countersign/contracts/entries/bodies';
import type { EntryView, LogContextView } from '@countersign/contracts/entries/views';
import type { SessionView } from '@countersign/contracts/sessions/views';

/*
 * What waits in the journeys about a supervisor in a hurry: seventeen entries of one fellow, five of them alike, the others
 * each unusual in a way of its own. A label names each, so that it is found again.
 */

const tfesi: ProcedureBody = {
  itemId: 'esi-tf-lumbar',
  levels: [{ level: 'L4', side: 'left' }],
  guidance: 'fluoroscopy',
  techniques: ['subpedicular-supraneural'],
  role: 'performed',
  supervision: 'direct',
  outcome: 'success',
  complications: ['none'],
};
const joint: ProcedureBody = { ...tfesi, itemId: 'si-joint', side: 'right', levels: [], techniques: [] };

/**
 * The procedures of each of the seventeen: plain ones first, which are left out where something waits already, then what
 * stands out, and at last five that are alike.
 */
const kinds: readonly (readonly ProcedureBody[])[] = [
  [{ ...joint, role: 'assisted' }],
  [{ ...tfesi, supervision: 'indirect-available' }],
  [{ ...joint, supervision: 'indirect-available' }],
  [tfesi, joint],
  [{ ...tfesi, supervision: 'indirect-immediate' }],
  [{ ...tfesi, outcome: 'aborted', abortedReason: 'No safe view' }],
  [{ ...tfesi, complications: ['vasovagal'] }],
  [{ ...tfesi, outcome: 'converted' }],
  [{ ...tfesi, outcome: 'supervisor-took-over' }],
  [{ ...tfesi, role: 'observed' }],
  [{ ...tfesi, role: 'assisted' }],
  [{ ...joint, supervision: 'indirect-immediate' }],
  ...Array.from({ length: 5 }, () => [tfesi]),
];
/** What happens to which of them, by its number. */
export const fates = { undone: 7, withdrawn: 10, changed: 11, corrected: 12 } as const;

/** An entry that was sent, with its label. */
export interface Sent {
  readonly label: string;
  readonly entry: EntryView;
}

/** The label of the nth, from 1: `Q-07`. */
export function labelOf(nth: number): string {
  return `Q-${String(nth).padStart(2, '0')}`;
}

/** A fellow at a page that is signed in, who does through the API what the log page would do. */
export class FellowAtWork {
  private constructor(
    private readonly page: Page,
    private readonly session: SessionView,
    private readonly context: LogContextView,
  ) {}

  static async at(page: Page): Promise<FellowAtWork> {
    const session = await ask<SessionView>(page, 'GET', '/api/session', {});
    const programId = session.roles[0]?.programId ?? '';
    const context = await ask<LogContextView>(page, 'GET', `/api/programs/${programId}/log-context`, {});
    return new FellowAtWork(page, session, context);
  }

  /** Sends the last `count` of the seventeen to the supervisor, one after the other. */
  async send(supervisor: string, count: number): Promise<Sent[]> {
    const sent: Sent[] = [];
    for (const [place, procedures] of kinds.slice(kinds.length - count).entries()) {
      const label = labelOf(kinds.length - count + place + 1);
      const body: LogEntryBody = { ...this.bodyOf(supervisor, procedures, label), id: newId(place) };
      sent.push({ label, entry: await this.post('entries', body) });
    }
    return sent;
  }

  /** Takes an entry back. */
  withdraw({ entry: { id, revision } }: Sent): Promise<EntryView> {
    return this.post(`entries/${id}/withdrawal`, undefined, revision);
  }

  /** Takes an entry back and sends it again with another level. */
  async change(sent: Sent, supervisor: string): Promise<void> {
    const { id, revision } = await this.withdraw(sent);
    const procedures = [{ ...tfesi, levels: [{ level: 'L5', side: 'left' as const }] }];
    const body = this.bodyOf(supervisor, procedures, sent.label);
    await ask(this.page, 'PUT', this.path(`entries/${id}`), {
      body,
      revision,
      personId: this.session.person.id,
    });
  }

  private bodyOf(supervisor: string, procedures: readonly ProcedureBody[], caseLabel: string): EntryBody {
    const { today, sites, supervisors } = this.context;
    const site = sites.find(({ setting }) => setting === 'asc') ?? sites[0];
    return {
      performedOn: today,
      siteId: site?.id ?? '',
      supervisorId: supervisors.find(({ name }) => name === supervisor)?.id ?? '',
      ...{ setting: 'asc', painCategory: 'chronic-non-cancer', diagnosisGroup: 'radicular' },
      simulation: false,
      caseLabel,
      procedures: [...procedures],
      then: 'submit',
    };
  }

  private post(path: string, body?: object, revision?: number): Promise<EntryView> {
    const personId = this.session.person.id;
    return ask(this.page, 'POST', this.path(path), {
      ...(body === undefined ? {} : { body }),
      ...(revision === undefined ? {} : { revision }),
      personId,
    });
  }

  private path(path: string): string {
    return `/api/programs/${this.session.roles[0]?.programId}/${path}`;
  }
}

interface Asking {
  readonly body?: object;
  readonly revision?: number;
  readonly personId?: string;
}

/** A request of the page itself, which is of the same site. */
async function ask<View>(page: Page, method: string, path: string, { body, revision, personId }: Asking) {
  const headers = {
    'content-type': 'application/json',
    // Each is an act of its own.
    'idempotency-key': crypto.randomUUID(),
    ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
    ...(personId === undefined ? {} : { 'x-person': personId }),
  };
  const request = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const reply = await page.evaluate(
    async ([to, init]) => {
      const token = /XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '';
      const answer = await fetch(to, { ...init, headers: { ...init.headers, 'x-xsrf-token': token } });
      return { status: answer.status, text: await answer.text() };
    },
    [path, request] as const,
  );
  if (reply.status >= 300) throw new Error(`${method} ${path}: ${reply.status} ${reply.text}`);
  return JSON.parse(reply.text) as View;
}

function newId(place: number): string {
  const random = crypto.randomUUID().slice(0, -2);
  return `${random}${String(place).padStart(2, '0')}`;
}
