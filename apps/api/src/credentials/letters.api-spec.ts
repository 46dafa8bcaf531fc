import { createPublicKey, verify } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { IssueLetterBody } from '@countersign/contracts/credentials/bodies';
import type { LetterDraftView, LettersView, LetterView } from '@countersign/contracts/credentials/views';
import type { IssuerKeysView } from '@countersign/contracts/ledger/views';
import {
  checkLetter,
  letterOf,
  statusListOf,
  type HeldStatusList,
  type IssuerKey,
  type LetterAnswer,
} from '@countersign/domain/credential';
import { publicKeyOf, type Checking, type JsonObject } from '@countersign/domain/ledger';
import { v7 as uuidv7 } from 'uuid';
import { sha256 } from '../db/salt';
import { programUnderTest } from '../testing/program-under-test';
import type { TestClient } from '../testing/test-client';
import { entryBody, NOON, PASSWORD, tfesi } from '../testing/test-program';
import { LetterRow } from './letter.row';

const by: Checking = {
  sha256,
  verify: ({ publicKey, bytes, signature }) => {
    const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKey]);
    return verify(null, bytes, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
  },
};

describe('Letters', () => {
  const here = programUnderTest('letters', 'fellow', 'otherFellow', 'supervisor', 'director', 'coordinator');
  const lettersOf = () => `${here.base}/fellows/${here.program.people.fellow.id}`;
  const attestation = 'I attest that this letter states the record of this program.';

  beforeAll(async () => {
    for (const change of [{}, { role: 'assisted' as const }]) {
      const body = entryBody(here.program, { procedures: [tfesi(change)] });
      await here.fellow.post(here.entries, { body });
      const path = `${here.entries}/${body.id}/approval`;
      expect((await here.supervisor.post(path, { revision: 1, body: { help: 4 } })).status).toBe(200);
    }
  });

  const draft = async (client: TestClient = here.director) =>
    (await client.get<LetterDraftView>(`${lettersOf()}/letter-draft?kind=record`)).body;
  const issue = async (change: Partial<IssueLetterBody> = {}, client: TestClient = here.director) =>
    client.post<LetterView>(`${lettersOf()}/letters`, {
      body: {
        id: uuidv7(),
        kind: 'record',
        shownDigest: (await draft()).digest,
        attestation,
        statementVersion: 1,
        password: PASSWORD,
        ...change,
      },
    });
  const credentialOf = async (id: string, client: TestClient = here.director) =>
    JSON.stringify((await client.get(`${here.base}/letters/${id}/credential`)).body);
  const keys = async (): Promise<IssuerKey[]> =>
    (await here.server.client().get<IssuerKeysView>('/issuer-keys')).body.keys
      .filter(({ purpose }) => purpose === 'credential')
      .map(({ kid, method, issuer, publicKey }) => ({
        kid,
        method,
        issuer,
        publicKey: publicKeyOf(publicKey),
      }));
  const heldList = async (): Promise<HeldStatusList | null> => {
    const { body } = await here.server.client().get<JsonObject>('/status-list');
    const answer = await checkLetter(
      JSON.stringify(body),
      { keys: await keys(), list: null, isListFresh: true, at: NOON },
      by,
    );
    expect(answer.verdict).toBe('good');
    return statusListOf(answer.said ?? {}, (bytes) => Promise.resolve(new Uint8Array(gunzipSync(bytes))));
  };
  const check = async (text: string): Promise<LetterAnswer> =>
    checkLetter(text, { keys: await keys(), list: await heldList(), isListFresh: true, at: NOON }, by);

  it('say what the record is, are signed by the director and proved by the published keys', async () => {
    const shown = await draft();
    const { status, body } = await issue({ shownDigest: shown.digest });
    expect(status).toBe(201);
    expect(body).toMatchObject({ kind: 'record', asOf: '2026-11-23', demonstration: false, revision: 1 });
    const answer = await check(await credentialOf(body.id));
    expect(answer).toMatchObject({ verdict: 'good', digest: body.digest });
    const letter = letterOf(answer.said ?? {});
    expect(letter).toMatchObject({
      ...(JSON.parse(shown.content) as object),
      name: 'Fellow One',
      attestation,
      attestedBy: { name: 'Director One', capacity: 'director', meaning: 'attested' },
      totals: { all: { roles: { performed: 1, assisted: 1 }, performedIn: [1, 1] } },
    });
  });

  it('are for the fellow, the director and the coordinator, and for nobody else', async () => {
    const { id } = (await issue()).body;
    for (const client of [here.fellow, here.director, here.coordinator]) {
      const { letters } = (await client.get<LettersView>(`${here.base}/letters`)).body;
      expect(letters.map((letter) => letter.id)).toContain(id);
      expect((await client.get(`${here.base}/letters/${id}/credential`)).status).toBe(200);
    }
    const { letters } = (await here.otherFellow.get<LettersView>(`${here.base}/letters`)).body;
    expect(letters).toEqual([]);
    for (const path of [`letters/${id}/credential`, `letters/${uuidv7()}/credential`, `letters/${id}/pdf`])
      expect(await here.otherFellow.get(`${here.base}/${path}`)).toMatchObject({
        status: 404,
        body: { code: 'access/not-found' },
      });
  });

  it('are signed with the password, never with the session alone, and once', async () => {
    for (const password of [undefined, 'not this'] as const)
      expect((await issue({ password } as Partial<IssueLetterBody>)).status).toBe(401);
    const id = uuidv7();
    const [first, again] = [await issue({ id }), await issue({ id })];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    const rows = await here.server.read((manager) => manager.findBy(LetterRow, { id }));
    expect(rows).toHaveLength(1);
  });

  it('are not signed where the record is not any more what was shown', async () => {
    const { digest } = await draft();
    const body = entryBody(here.program);
    await here.fellow.post(here.entries, { body });
    await here.supervisor.post(`${here.entries}/${body.id}/approval`, { revision: 1, body: { help: 4 } });
    expect(await issue({ shownDigest: digest })).toMatchObject({
      status: 409,
      body: { code: 'letter/changed' },
    });
  });

  it('hold no words about a patient', async () => {
    expect(await issue({ attestation: 'He treated MRN 12345678 well.' })).toMatchObject({
      status: 422,
      body: { code: 'privacy/identifies' },
    });
  });

  it('about a competency need one that is signed', async () => {
    const ask = (query: string) => here.director.get(`${lettersOf()}/letter-draft?${query}`);
    expect((await ask('kind=competency')).body).toMatchObject({ code: 'letter/kind-unclear' });
    expect((await ask('kind=record&competencyId=x')).body).toMatchObject({ code: 'letter/kind-unclear' });
    expect((await ask('kind=competency&competencyId=x')).body).toMatchObject({
      code: 'letter/competency-not-signed',
    });
  });

  it('can be taken back: the list says so, the letter stays as it was, and nobody takes it back twice', async () => {
    const { id } = (await issue()).body;
    const text = await credentialOf(id);
    expect((await check(text)).verdict).toBe('good');
    const path = `${here.base}/letters/${id}/revocation`;
    const body = { reason: 'Replaced by a newer letter.' };
    expect((await here.director.post(path, { body, revision: 7 })).status).toBe(412);
    const taken = await here.director.post<LetterView>(path, { body, revision: 1 });
    expect(taken.body).toMatchObject({ revokedAt: NOON, revokedFor: body.reason, revision: 2 });
    expect((await here.director.post(path, { body, revision: 2 })).body).toMatchObject({
      code: 'letter/revoked-before',
    });
    expect((await check(text)).verdict).toBe('taken-back');
    expect(await credentialOf(id)).toBe(text);
  });

  it('are in a list that is the same whoever asks, and long enough to hide who is asked for', async () => {
    expect((await heldList())?.bits).toHaveLength(131_072 / 8);
    const rows = await here.server.read((manager) => manager.find(LetterRow));
    expect(new Set(rows.map(({ statusIndex }) => statusIndex)).size).toBe(rows.length);
  });

  it('stand in the log by their digest; names and words do not', async () => {
    const { id } = (await issue()).body;
    const row = await here.server.read((manager) => manager.findOneByOrFail(LetterRow, { id }));
    const said = await here.server.read((manager) =>
      manager.query<{ body: string | null }[]>(`SELECT body FROM event WHERE body LIKE '%${id}%'`),
    );
    const log = said.map(({ body }) => body).join();
    expect(log).toContain(row.credentialDigest);
    expect(log).not.toContain('Fellow One');
    expect(log).not.toContain(attestation);
  });
});
