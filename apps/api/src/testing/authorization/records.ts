import type { NewDisplayLinkView } from '@countersign/contracts/board/views';
import type { LetterDraftView } from '@countersign/contracts/credentials/views';
import type { CheckpointsView } from '@countersign/contracts/ledger/views';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { MembersView } from '@countersign/contracts/people/views';
import type { RequirementSetsView } from '@countersign/contracts/requirements/views';
import type { OpenedDocumentView, SignOffView } from '@countersign/contracts/sign-offs/views';
import { fileOfSet } from '@countersign/domain/competency';
import { v7 as uuidv7 } from 'uuid';
import { Checkpoints } from '../../ledger/checkpoints';
import { MailRow } from '../../mail/mail.row';
import { LeaveRow, RotationRow } from '../../programs/program.row';
import type { Reply, TestClient } from '../test-client';
import { entryBody, NOON, PASSWORD, tfesi } from '../test-program';
import type { TestServer } from '../test-server';
import { EARLIER, type House } from './house';

/** A record as a caller names it who has seen it. */
export interface Seen {
  readonly id: string;
  readonly revision: number;
}

/** One record of each kind and state, of the fellow `own` and naming the supervisor `own` where it names anybody. */
export interface Records {
  readonly entries: Readonly<Record<'submitted' | 'approved' | 'corrected' | 'contested' | 'draft', Seen>>;
  readonly signOffs: Readonly<Record<'asked' | 'half' | 'signed' | 'suspended', string>>;
  /** Of the signed one. */
  readonly digest: string;
  readonly letter: Seen;
  /** What a director was shown before signing another one. */
  readonly letterDraft: string;
  readonly delegationId: string;
  readonly linkId: string;
  readonly mailId: string;
  readonly importId: string;
  readonly draft: Seen;
  readonly setRowId: string;
  readonly rotationId: string;
  readonly leaveId: string;
  readonly qualification: Seen;
  /** Roles by whom they are held. */
  readonly roles: ReadonlyMap<string, string>;
  /** Of the newest checkpoint. */
  readonly size: string;
  /** Records of the fellow whose role is over. */
  readonly ended: {
    readonly entry: Seen;
    readonly signOffId: string;
    readonly digest: string;
    readonly letterId: string;
    readonly qualification: Seen;
  };
}

function good<T>(reply: Reply<T>): T {
  if (reply.status >= 300) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body;
}

/** Fills a program by what its people do. */
export class Filling {
  constructor(
    private readonly server: TestServer,
    private readonly house: House,
  ) {}

  private get base(): string {
    return this.house.base;
  }

  /** What happened while those were in force whose role is over: an entry, a sign-off, a letter. */
  async before(): Promise<Records['ended']> {
    this.server.setClock(EARLIER);
    const as = (role: 'fellow' | 'supervisor' | 'director', standing: 'own' | 'ended') =>
      this.server.as(this.house.person(role, standing));
    const [fellow, supervisor, director] = [
      await as('fellow', 'ended'),
      await as('supervisor', 'own'),
      await as('director', 'own'),
    ];
    const entry = await this.approved(fellow, supervisor, '2026-06-10');
    const fellowId = this.house.person('fellow', 'ended').id;
    const signOffId = await this.asked(fellow, fellowId, 'signed');
    await this.signed(supervisor, signOffId);
    const digest = await this.signed(director, signOffId);
    const letterId = (await this.letter(director, fellowId)).id;
    const qualification = await this.qualified(fellow, fellowId);
    return { entry, signOffId, digest, letterId, qualification };
  }

  /** What stands at noon, once everybody is signed in. */
  async now(ended: Records['ended']): Promise<Records> {
    const { house, base } = this;
    const director = house.client('director', 'own');
    const entries = await this.entries();
    const { signOffs, digest } = await this.signOffs();
    const fellowId = house.person('fellow', 'own').id;
    const letter = await this.letter(director, fellowId);
    const delegationId = uuidv7();
    const days = { fromOn: '2026-12-01', toOn: '2026-12-05' };
    const offer = { id: delegationId, delegateId: house.delegate.id, ...days };
    good(await house.client('supervisor', 'own').post(`${base}/delegations`, { body: offer }));
    const body = { ward: `${house.program.given.program.name} ward`, expiresOn: '2027-01-31' };
    const link = good(await director.post<NewDisplayLinkView>(`${base}/display-links`, { body }));
    const members = await this.imported(director);
    const sets = await this.drafted(director);
    await this.server.app.get(Checkpoints).signAll();
    const { checkpoints } = good(await director.get<CheckpointsView>(`${base}/record/program`));
    const letterDraft = (await this.shown(director, fellowId)).digest;
    const [rotationId, leaveId] = await this.planned();
    const qualification = await this.qualified(house.client('fellow', 'own'), fellowId);
    return {
      ...{ entries, signOffs, digest, letter, letterDraft, delegationId, rotationId, leaveId, ended },
      ...{ linkId: link.link.id, importId: members.lastImport?.id ?? '', mailId: await this.givenUp() },
      qualification,
      draft: sets.drafts?.[0] ?? { id: '', revision: 0 },
      setRowId: sets.published[0]?.id ?? '',
      roles: new Map(members.people.map(({ id, roles }) => [id, roles[0]?.id ?? ''])),
      size: String(checkpoints[0]?.size),
    };
  }

  private async entries(): Promise<Records['entries']> {
    const fellow = this.house.client('fellow', 'own');
    const supervisor = this.house.client('supervisor', 'own');
    const act = (by: TestClient, { id, revision }: Seen, what: string, body: object) =>
      by.post<EntryView>(`${this.base}/entries/${id}/${what}`, { revision, body }).then(good);
    const correct = async (performedOn: string): Promise<EntryView> => {
      const sent = await this.logged(fellow, performedOn);
      const corrections = [{ position: 0, role: 'assisted', supervision: 'direct' }];
      return act(supervisor, sent, 'approval', {
        help: 3,
        corrections,
        correctionReason: 'I held the needle',
      });
    };
    const contest = { kind: 'contested', text: 'I placed both needles' };
    await this.logged(this.house.client('fellow', 'mate'), '2026-11-16', 'mate');
    return {
      approved: await this.approved(fellow, supervisor, '2026-11-17'),
      corrected: await correct('2026-11-18'),
      contested: await act(fellow, await correct('2026-11-19'), 'answer', contest),
      submitted: await this.logged(fellow, '2026-11-20'),
      draft: await this.logged(fellow, '2026-11-21', 'own', 'keep'),
    };
  }

  private async logged(
    fellow: TestClient,
    performedOn: string,
    supervisor: 'own' | 'mate' = 'own',
    then: 'keep' | 'submit' = 'submit',
  ): Promise<EntryView> {
    const body = entryBody(this.house.program, {
      ...{
        performedOn,
        then,
        caseLabel: 'A label',
        supervisorId: this.house.person('supervisor', supervisor).id,
      },
      procedures: [tfesi({ role: 'performed', supervision: 'direct' })],
    });
    return good(await fellow.post<EntryView>(`${this.base}/entries`, { body }));
  }

  private async approved(
    fellow: TestClient,
    supervisor: TestClient,
    performedOn: string,
  ): Promise<EntryView> {
    const { id, revision } = await this.logged(fellow, performedOn);
    const ask = { revision, body: { help: 4, keepDoing: 'Asked for help in time.' } };
    return good(await supervisor.post<EntryView>(`${this.base}/entries/${id}/approval`, ask));
  }

  private async signOffs(): Promise<Pick<Records, 'signOffs' | 'digest'>> {
    const { house } = this;
    const fellow = house.client('fellow', 'own');
    const [supervisor, director] = [house.client('supervisor', 'own'), house.client('director', 'own')];
    const ids = new Map<string, string>();
    const fellowId = house.person('fellow', 'own').id;
    for (const state of ['asked', 'half', 'signed', 'suspended'])
      ids.set(state, await this.asked(fellow, fellowId, state));
    const of = (state: string): string => ids.get(state) ?? '';
    for (const state of ['half', 'signed', 'suspended']) await this.signed(supervisor, of(state));
    const digest = await this.signed(director, of('signed'));
    await this.signed(director, of('suspended'));
    const path = `${this.base}/sign-offs/${of('suspended')}/suspension`;
    good(await director.post(path, { body: { text: 'To be looked at again.' } }));
    const signOffs = {
      ...{ asked: of('asked'), half: of('half'), signed: of('signed'), suspended: of('suspended') },
    };
    return { signOffs, digest };
  }

  private async asked(fellow: TestClient, fellowId: string, competencyId: string): Promise<string> {
    const body = { id: uuidv7(), fellowId, competencyId };
    return good(await fellow.post<SignOffView>(`${this.base}/sign-offs`, { body })).id;
  }

  /** @returns digest of the document that was signed */
  private async signed(by: TestClient, signOffId: string): Promise<string> {
    const path = `${this.base}/sign-offs/${signOffId}`;
    const { digest, meanings } = good(await by.post<OpenedDocumentView>(`${path}/documents`));
    const body = { id: uuidv7(), digest, meaning: meanings?.[0], password: PASSWORD, statementVersion: 1 };
    good(await by.post(`${path}/signatures`, { body }));
    return digest;
  }

  private async shown(director: TestClient, fellowId: string): Promise<LetterDraftView> {
    const path = `${this.base}/fellows/${fellowId}/letter-draft?kind=record`;
    return good(await director.get<LetterDraftView>(path));
  }

  private async letter(director: TestClient, fellowId: string): Promise<Seen> {
    const shownDigest = (await this.shown(director, fellowId)).digest;
    const body = {
      ...{ id: uuidv7(), kind: 'record', shownDigest, attestation: 'So it is.' },
      ...{ password: PASSWORD, statementVersion: 1 },
    };
    good(await director.post(`${this.base}/fellows/${fellowId}/letters`, { body }));
    return { id: body.id, revision: 1 };
  }

  private async qualified(fellow: TestClient, fellowId: string): Promise<Seen> {
    const id = uuidv7();
    const issuer = `Board of ${this.house.program.given.program.name}`;
    const body = { id, kind: 'medical-license', issuer, standing: 'granted', expiresOn: '2026-12-31' };
    good(await fellow.post(`${this.base}/fellows/${fellowId}/qualifications`, { body }));
    return { id, revision: 1 };
  }

  private async imported(director: TestClient): Promise<MembersView> {
    const days = { fromOn: '2027-01-01', toOn: '2027-06-30' };
    const name = `${this.house.program.given.program.name} newcomer`;
    const rows = [{ name, email: `newcomer@${this.house.program.id}.example`, role: 'staff', ...days }];
    const body = { id: uuidv7(), rows, ready: 1 };
    return good(await director.post<MembersView>(`${this.base}/roster-imports`, { body }));
  }

  private async drafted(director: TestClient): Promise<RequirementSetsView> {
    const set = fileOfSet(this.house.program.given.requirements);
    const body = { set: { ...set, id: 'drafted', effectiveOn: '2026-12-01' } };
    return good(await director.post<RequirementSetsView>(`${this.base}/requirement-drafts`, { body }));
  }

  private async planned(): Promise<[string, string]> {
    const where = { programId: this.house.program.id };
    const [rotation, leave] = await this.server.read(async (manager) => [
      await manager.findOneByOrFail(RotationRow, where),
      await manager.findOneByOrFail(LeaveRow, where),
    ]);
    return [rotation?.id ?? '', leave?.id ?? ''];
  }

  /** A mail that no server took. */
  private async givenUp(): Promise<string> {
    const personId = this.house.person('staff', 'own').id;
    const path = `${this.base}/people/${personId}/access-link-mails`;
    good(await this.house.client('director', 'own').post(path));
    const id = uuidv7();
    await this.server.write('test', (tx) =>
      tx.insert(MailRow, {
        ...{
          id,
          programId: this.house.program.id,
          personId,
          kind: 'invitation',
          aboutId: null,
          sealed: null,
        },
        ...{ state: 'dead', madeAt: NOON, triedFrom: NOON, doneAt: NOON, error: 'nobody there' },
        ...{ fence: 0, owner: '', leaseUntil: 0, failures: 9, nextAt: NOON },
      }),
    );
    return id;
  }
}
