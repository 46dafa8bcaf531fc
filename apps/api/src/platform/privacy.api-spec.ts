import { DataSource } from 'typeorm';
import { proseIn, isNamedProse } from '@countersign/contracts/prose';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import { v7 as uuidv7 } from 'uuid';
import { EventRow } from '../db/event.row';
import { TextRow } from '../db/text.row';
import { placesOf } from '../testing/find-words';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, PASSWORD, tfesi, type TestProgram } from '../testing/test-program';
import { setIn } from '../testing/told';

type Method = 'post' | 'put';

/** Every prose that a request can bring: the route under the entries, or of the program, the field, and a body that has it. */
const root = '/programs/:programId';
const signOff = `${root}/sign-offs/:signOffId`;
const license = { kind: 'medical-license', issuer: 'Board of Medicine (invented)', standing: 'granted' };
const proseOf = (program: TestProgram): [Method, string, string, (text: string) => object][] => {
  const { id: _id, ...entry } = entryBody(program);
  const aborted = (abortedReason: string) => [tfesi({ outcome: 'aborted', abortedReason })];
  const corrections = [{ position: 0, role: 'assisted' }];
  const decision = {
    ...{ id: uuidv7(), password: PASSWORD, outcome: 'continue', present: [program.people.director.id] },
    ...{ milestones: [], reason: 'As planned.' },
  };
  const writes: [Method, string, () => object][] = [
    ['post', '', () => ({ ...entry, id: uuidv7(), then: 'keep' })],
    ['put', '/:entryId', () => entry],
    ['post', '/:entryId/amendments', () => entry],
  ];
  return [
    ...writes.flatMap(([method, path, body]): ReturnType<typeof proseOf> => [
      [method, path, '/caseLabel', (caseLabel) => ({ ...body(), caseLabel })],
      [method, path, '/reflection', (reflection) => ({ ...body(), reflection })],
      [method, path, '/procedures/0/abortedReason', (text) => ({ ...body(), procedures: aborted(text) })],
    ]),
    ['post', '/:entryId/void', '/reason', (reason) => ({ reason })],
    ['post', '/:entryId/redactions', '/reason', (reason) => ({ pointer: '/voidReason', reason })],
    ['post', '/:entryId/approval', '/keepDoing', (keepDoing) => ({ help: 4, keepDoing })],
    ['post', '/:entryId/approval', '/nextTimeText', (nextTimeText) => ({ help: 2, nextTimeText })],
    [
      'post',
      '/:entryId/approval',
      '/correctionReason',
      (correctionReason) => ({ help: 4, corrections, correctionReason }),
    ],
    ['post', '/:entryId/return', '/reasonText', (reasonText) => ({ reasonCode: 'other', reasonText })],
    ['post', '/:entryId/answer', '/text', (text) => ({ kind: 'contested', text })],
    ['post', '/:entryId/resolution', '/text', (text) => ({ kind: 'upheld', text })],
    ...(['keepDoing', 'nextTimeText'] as const).map((field): ReturnType<typeof proseOf>[number] => [
      'post',
      `${root}/review-batches`,
      `/${field}`,
      (text) => ({ id: uuidv7(), password: PASSWORD, entries: [], help: 2, [field]: text }),
    ]),
    [
      'post',
      `${root}/sign-offs`,
      '/reason',
      (reason) => ({
        ...{ id: uuidv7(), fellowId: program.people.fellow.id, competencyId: 'none' },
        reason,
      }),
    ],
    [
      'post',
      `${root}/fellows/:fellowId/letters`,
      '/attestation',
      (attestation) => ({
        ...{ id: uuidv7(), kind: 'record', shownDigest: 'a'.repeat(64), password: PASSWORD },
        attestation,
      }),
    ],
    [
      'post',
      `${root}/fellows/:fellowId/qualifications`,
      '/note',
      (note) => ({ id: uuidv7(), ...license, note }),
    ],
    [
      'put',
      `${root}/fellows/:fellowId/qualifications/:qualificationId`,
      '/note',
      (note) => ({ ...license, note }),
    ],
    ['post', `${root}/letters/:letterId/revocation`, '/reason', (reason) => ({ reason })],
    [
      'post',
      `${root}/attention-dismissals`,
      '/note',
      (note) => ({
        ...{ id: uuidv7(), fellowId: program.people.fellow.id, reason: 'silence', basis: 'days:30' },
        note,
      }),
    ],
    [
      'post',
      `${root}/fellows/:fellowId/competencies/none/alarm-reviews`,
      '/note',
      (note) => ({ id: uuidv7(), judged: 1, note }),
    ],
    [
      'post',
      `${root}/fellows/:fellowId/committee-decisions`,
      '/reason',
      (reason) => ({ ...decision, reason }),
    ],
    [
      'post',
      `${root}/fellows/:fellowId/committee-decisions`,
      '/milestones/0/reason',
      (reason) => ({ ...decision, milestones: [{ code: 'PC1', level: 3, reason }] }),
    ],
    ['post', `${signOff}/renewal`, '/reason', (reason) => ({ id: uuidv7(), reason })],
    ['post', `${signOff}/decline`, '/text', (text) => ({ reasonCode: 'other', text })],
    ...['keeping', 'suspension', 'revocation'].map((act): ReturnType<typeof proseOf>[number] => [
      'post',
      `${signOff}/${act}`,
      '/text',
      (text) => ({ text }),
    ]),
  ];
};

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: unknown;
  readonly format?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly 'x-text'?: string;
}

interface ApiDocument {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly requestBody?: { content: { 'application/json': { schema: Schema } } };
            readonly parameters: readonly { in: string; name: string; schema: Schema }[];
          }
        >
      >
    >
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

describe('The privacy guard at the door', () => {
  const here = programUnderTest('privacy', 'fellow', 'supervisor', 'director');
  beforeEach(() => here.server.setClock(NOON));

  const send = async (method: Method, path: string, body: object) => {
    const whole = path.startsWith(root) ? path.replace(root, here.base) : `${here.entries}${path}`;
    const to = whole.replace(/:(entryId|signOffId|fellowId|letterId|qualificationId)/g, () => uuidv7());
    for (const client of [here.fellow, here.supervisor, here.director]) {
      const reply = await client[method]<Problem>(to, { revision: 1, body });
      if (reply.status !== 403) return reply;
    }
    throw new Error(`nobody may ${method} ${path}`);
  };

  it('knows every text that a request can bring as prose or as a name', async () => {
    const { paths, components } = (await here.server.client().get<ApiDocument>('/openapi.json')).body;
    const prose = new Set<string>();
    const undeclared: string[] = [];
    const look = (place: string, name: string, schema: Schema): void => {
      const { $ref, properties = {}, items } = schema;
      if ($ref !== undefined)
        return look(place, name, components.schemas[$ref.split('/').at(-1) ?? ''] ?? {});
      for (const [inner, one] of Object.entries(properties)) look(`${place}/${inner}`, inner, one);
      const kind = schema['x-text'];
      if (kind === 'prose') prose.add(`${place} ${isNamedProse({}, name)}`);
      else if (kind === 'name') expect([place, isNamedProse({}, name)]).toEqual([place, false]);
      else if (items) look(place, name, items);
      else if (schema.type === 'string' && !schema.enum && !['uuid', 'date'].includes(schema.format ?? ''))
        undeclared.push(place);
    };
    for (const [path, operations] of Object.entries(paths))
      for (const [method, { requestBody, parameters }] of Object.entries(operations)) {
        const plain = path.replace(/^\/api/, '').replace(/\{(\w+)\}/g, ':$1');
        const route = `${method} ${plain.replace(`${root}/entries`, '')} `;
        if (requestBody) look(route, '', requestBody.content['application/json'].schema);
        for (const one of parameters)
          if (one.in === 'query') look(`${route}?${one.name}`, one.name, one.schema);
      }
    expect(undeclared).toEqual([]);
    const tried = proseOf(here.program).map(
      ([method, path, pointer]) =>
        `${method} ${path.replace('/none/', '/:competencyId/')} ${pointer.replace('/0/', '/')} true`,
    );
    expect([...prose].sort()).toEqual(tried.sort());
  });

  const kinds: readonly (readonly [string, string, string])[] = [
    ['a name', 'Mrs Ramirez was afraid', 'Mrs Ramirez'],
    ['a record number', 'see MRN 4829133', 'MRN 4829133'],
    ['a birth date', 'the one born 04/12/1961', 'born 04/12/1961'],
  ];

  it.each(kinds)(
    'refuses %s in every prose, at the field, with the words; nothing is kept',
    async (_, text, words) => {
      for (const [method, path, pointer, bodyWith] of proseOf(here.program)) {
        const body = bodyWith(text);
        const places = proseIn(body, isNamedProse).filter((one) => one.text === text);
        expect(places).toEqual([{ pointer, text }]);
        const { status, body: problem } = await send(method, path, body);
        const field = problem.errors?.[0];
        expect([method, path, status, problem.code, field?.pointer, field?.code]).toEqual([
          ...[method, path, 422, 'privacy/identifies', pointer, 'privacy/identifies'],
        ]);
        expect(String(field?.values?.['words'])).toContain(words.split(' ').at(-1));
      }
      expect(await placesOf(here.server, text)).toEqual([]);
    },
  );

  it('refuses words that may be a patient until the writer says of these that they are none', async () => {
    const text = 'Kowalski showed me the view';
    for (const [method, path, pointer, bodyWith] of proseOf(here.program)) {
      const refused = await send(method, path, bodyWith(text));
      expect([path, refused.status, refused.body.code, refused.body.errors]).toEqual([
        ...[path, 422, 'privacy/may-identify'],
        [expect.objectContaining({ pointer, code: 'privacy/may-identify', values: { words: '“Kowalski”' } })],
      ]);
      const other = await send(method, path, { ...bodyWith(text), noPatient: ['Ramirez'] });
      expect(other.status).toBe(422);
      const said = await send(method, path, { ...bodyWith(text), noPatient: ['Kowalski'] });
      expect([path, said.status === 422]).toEqual([path, false]);
    }
  });

  it('keeps with the text and in its event that this was said, and never the words', async () => {
    const reflection = 'Kowalski showed me another view';
    const body = entryBody(here.program, { reflection, noPatient: ['Kowalski'] });
    const { status, body: entry } = await here.fellow.post<EntryView>(here.entries, { body });
    expect([status, entry.content.reflection]).toEqual([201, reflection]);
    expect(entry.content).not.toHaveProperty('noPatient');
    const rows = await here.server.read((manager) => manager.findBy(TextRow, { body: reflection }));
    expect(rows.map(({ noPatient }) => noPatient)).toEqual([['surname']]);
    const where = { logId: here.program.id, object: `entry:${entry.id}` };
    const [event] = await here.server.read((manager) => manager.findBy(EventRow, where));
    if (!event) throw new Error('no event');
    expect([event.actorId, setIn(event, 'text')]).toEqual([
      here.program.people.fellow.id,
      [{ noPatient: ['surname'], removedAt: null }],
    ]);
    expect(event.body).not.toContain('Kowalski');
  });

  it('records it also of words that stood there before the guard did', async () => {
    const reflection = 'Petrovic showed me the view';
    const body = { ...entryBody(here.program, { then: 'keep', reflection, noPatient: ['Petrovic'] }) };
    const { body: entry } = await here.fellow.post<EntryView>(here.entries, { body });
    const noPatientOf = async () =>
      (await here.server.read((manager) => manager.findBy(TextRow, { body: reflection }))).map(
        (row) => row.noPatient,
      );
    expect(await noPatientOf()).toEqual([['surname']]);
    await here.server.app.get(DataSource).manager.update(TextRow, { body: reflection }, { noPatient: null });
    const { id: _id, ...again } = body;
    await here.fellow.put(`${here.entries}/${entry.id}`, { revision: entry.revision, body: again });
    expect(await noPatientOf()).toEqual([['surname']]);
  });

  it.each([
    ['itemId', { itemId: 'Mrs Ramirez' }],
    ['region', { region: 'Mrs Ramirez' }],
    ['levels', { levels: [{ level: 'Mrs Ramirez', side: 'left' }] }],
    ['techniques', { techniques: ['Mrs Ramirez'] }],
    ['complications', { complications: ['Mrs Ramirez'] }],
  ] as const)(
    'is not needed for %s: what the catalogue does not have is not kept, in a draft neither',
    async (field, change) => {
      const body = entryBody(here.program, { then: 'keep', procedures: [tfesi(change as object)] });
      const { status, body: problem } = await here.fellow.post<Problem>(here.entries, { body });
      expect([status, problem.errors?.[0]?.pointer]).toEqual([
        400,
        expect.stringContaining(`/procedures/0/${field}`),
      ]);
    },
  );

  it('is not needed for a diagnosis: what the catalogue does not have is not kept, in a draft neither', async () => {
    const body = entryBody(here.program, { then: 'keep', diagnosisId: 'Mrs Ramirez' });
    expect((await here.fellow.post<Problem>(here.entries, { body })).status).toBe(400);
  });
});
