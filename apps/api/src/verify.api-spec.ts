import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LetterDraftView } from '@countersign/contracts/credentials/views';
import { v7 as uuidv7 } from 'uuid';
import { CheckpointRow } from './db/checkpoint.row';
import { EventRow } from './db/event.row';
import { EntryProcedureRow, EntryRow } from './entries/entry.row';
import { Checkpoints } from './ledger/checkpoints';
import { SigningKeyRow } from './ledger/signing-key.row';
import { programUnderTest } from './testing/program-under-test';
import { folder, said } from './testing/said';
import { entryBody, PASSWORD } from './testing/test-program';
import { environmentOf } from './testing/test-database';

describe('The command that verifies, beside the server', () => {
  const here = programUnderTest('verify', 'fellow', 'director');

  beforeAll(async () => {
    await here.fellow.post(`/programs/${here.program.id}/entries`, { body: entryBody(here.program) });
    await letter();
    await here.server.app.get(Checkpoints).signAll();
  });

  /** The director signs a letter: a document, and a signature over its digest. */
  const letter = async (): Promise<void> => {
    const path = `${here.base}/fellows/${here.program.people.fellow.id}`;
    const draft = await here.director.get<LetterDraftView>(`${path}/letter-draft?kind=record`);
    const { status } = await here.director.post(`${path}/letters`, {
      body: {
        ...{ id: uuidv7(), kind: 'record', shownDigest: draft.body.digest, password: PASSWORD },
        ...{ attestation: 'I attest that this states the record.', statementVersion: 1 },
      },
    });
    expect(status).toBe(201);
  };

  const env = () => environmentOf(here.server.database);
  const verified = async (...words: string[]) => {
    const { code, text } = await said(['verify', ...words], env());
    return { code, lines: text.trim().split('\n') };
  };
  const newestNote = async (): Promise<string> => {
    const [row] = await here.server.read((manager) =>
      manager.find(CheckpointRow, {
        where: { logId: here.program.id },
        order: { size: 'DESC' },
        take: 1,
      }),
    );
    return row?.note ?? '';
  };
  const file = (text: string, name = 'held.note'): string => {
    const path = join(folder(), name);
    writeFileSync(path, text);
    return path;
  };
  /** Changes rows past the log, looks, and changes them back. */
  const harmed = async (harm: string, mend: string, ...words: string[]) => {
    await here.server.write('test', ({ manager }) => manager.query(harm));
    try {
      return await verified(...words);
    } finally {
      await here.server.write('test', ({ manager }) => manager.query(mend));
    }
  };

  it('says of each log how long it is and how it ends, that it is as it was written, and what cannot be found', async () => {
    const { code, lines } = await verified();
    expect([code, lines]).toEqual([0, lines]);
    const whole = (log: string) =>
      expect.stringMatching(
        new RegExp(
          `^Log ${log}: \\d+ events, ends with [0-9a-f]{16}…; 1 of 1 checkpoints signed, none held outside; as it was written`,
        ),
      ) as unknown;
    expect(lines.slice(0, 2).sort()).toEqual([whole(here.program.id), whole('installation')].sort());
    expect(lines.join(' ')).toContain('Cannot be found');
    expect(lines.at(-1)).toContain('session.seenAt (volatile)');
  });

  it('answers in JSON, about one log where only one is meant', async () => {
    const { code, lines } = await verified('--json', '--log', here.program.id);
    expect(lines).toHaveLength(1);
    expect([code, JSON.parse(lines[0] ?? '')]).toMatchObject([
      0,
      { code: 0, logs: [{ log: here.program.id, findingCount: 0, differences: [] }], rowsOfNoLog: [] },
    ]);
    const unknown = await verified('--log', 'nowhere');
    expect([unknown.code, unknown.lines]).toEqual([1, [expect.stringContaining('no log nowhere')]]);
  });

  it('holds the log against a checkpoint that was held outside, or a folder of them', async () => {
    const note = await newestNote();
    expect((await verified('--against', file(note))).code).toBe(0);
    const dir = join(folder(), 'held');
    mkdirSync(dir);
    writeFileSync(join(dir, 'one.note'), note);
    writeFileSync(join(dir, 'two.note'), note.replace(/\n(\d+)\n/, '\n1$1\n'));
    const spoilt = await verified('--against', dir);
    expect([spoilt.code, spoilt.lines.join('\n')]).toEqual([
      6,
      expect.stringContaining('held checkpoint no. 2: its signature does not fit'),
    ]);
    expect((await verified('--against', file('no note'))).code).toBe(7);
    expect((await verified('--against', join(folder(), 'nothing'))).code).toBe(1);
  });

  it('finds a log that is gone whole, by a checkpoint that was held', async () => {
    const note = (await newestNote()).replaceAll(here.program.id, '00000000-0000-7000-8000-000000000000');
    const { code, lines } = await verified('--against', file(note));
    expect([code, lines.join('\n')]).toEqual([
      7,
      expect.stringContaining('a held checkpoint of no log here'),
    ]);
  });

  describe('ends with the code of what lies deepest', () => {
    const program = () => here.program.id;

    it.each<[number, string, () => readonly [string, string]]>([
      [
        2,
        'an event whose number is another',
        () => [
          `UPDATE event SET seq = 9000 WHERE logId = '${program()}' AND seq = 3`,
          `UPDATE event SET seq = 3 WHERE logId = '${program()}' AND seq = 9000`,
        ],
      ],
      [
        3,
        'an event whose column was changed',
        () => [
          `UPDATE event SET actorId = CONCAT('x', actorId) WHERE logId = '${program()}' AND seq = 2`,
          `UPDATE event SET actorId = SUBSTR(actorId, 2) WHERE logId = '${program()}' AND seq = 2`,
        ],
      ],
      [
        4,
        'a chain that does not follow',
        () => [
          `UPDATE log_head SET chain = CONCAT('x', SUBSTR(chain, 2)) WHERE logId = '${program()}'`,
          `UPDATE log_head SET chain = (SELECT chain FROM event WHERE event.logId = log_head.logId ORDER BY seq DESC LIMIT 1) WHERE logId = '${program()}'`,
        ],
      ],
      [
        5,
        'a kept root that is another',
        () => [
          `UPDATE log_checkpoint SET root = REVERSED WHERE logId = '${program()}'`,
          `UPDATE log_checkpoint SET root = ORIGINAL WHERE logId = '${program()}'`,
        ],
      ],
    ])('%s: %s', async (code, _what, statements) => {
      const [row] = await here.server.read((manager) => manager.findBy(CheckpointRow, { logId: program() }));
      const root = row?.root ?? '';
      const [harm, mend] = statements().map((one) =>
        one.replace('REVERSED', `'${[...root].reverse().join('')}'`).replace('ORIGINAL', `'${root}'`),
      );
      expect((await harmed(harm ?? '', mend ?? '')).code).toBe(code);
      expect((await verified()).code).toBe(0);
    });

    it('6: keys that are not those of the checkpoints', async () => {
      const [key] = await here.server.read((manager) =>
        manager.findBy(SigningKeyRow, { purpose: 'checkpoint' }),
      );
      const other = (
        await here.server.read((manager) => manager.findBy(SigningKeyRow, { purpose: 'credential' }))
      )[0];
      const set = (value = '') => `UPDATE signing_key SET publicKey = '${value}' WHERE kid = '${key?.kid}'`;
      const { code, lines } = await harmed(set(other?.publicKey), set(key?.publicKey));
      expect([code, lines.join('\n')]).toEqual([6, expect.stringMatching(/signing_key .*: publicKey is/)]);
    });

    it.each([
      ['a signed document', 'signing_document', 'bytes', "CONCAT(bytes, ' ')", 'TRIM(bytes)'],
      [
        'a signature',
        'signature',
        'meaning',
        "CONCAT(meaning, 'x')",
        'SUBSTR(meaning, 1, LENGTH(meaning) - 1)',
      ],
    ])('8: %s that was changed', async (_what, table, column, harm, mend) => {
      const set = (value: string) =>
        `UPDATE ${table} SET ${column} = ${value} WHERE programId = '${program()}'`;
      const { code, lines } = await harmed(set(harm), set(mend));
      expect([code, lines.join('\n')]).toEqual([8, expect.stringContaining(`  ${table} {`)]);
      expect((await verified()).code).toBe(0);
    });

    it('9: rows that were changed past the log, each named with its column, facts that follow from them too', async () => {
      const id = here.program.id;
      const [fact] = await here.server.read((manager) =>
        manager.findBy(EntryProcedureRow, { programId: id }),
      );
      await here.server.write('test', ({ manager }) =>
        manager.update(EntryProcedureRow, { programId: id }, { levels: 99 }),
      );
      const { code, lines } = await harmed(
        `UPDATE entry SET state = 'approved' WHERE programId = '${id}'`,
        `UPDATE entry SET state = 'submitted' WHERE programId = '${id}'`,
      );
      await here.server.write('test', ({ manager }) =>
        manager.update(EntryProcedureRow, { programId: id }, { levels: fact?.levels ?? 0 }),
      );
      expect(code).toBe(9);
      expect(lines).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^ {2}entry \{.*\}: state is [0-9a-f]{16}, the log says [0-9a-f]{16}$/),
          expect.stringMatching(/^ {2}entry_procedure \{.*\}: levels is/),
        ]),
      );
      expect(await here.server.read((manager) => manager.countBy(EntryRow, { state: 'submitted' }))).toBe(1);
      expect((await verified()).code).toBe(0);
    });
  });

  it('names every event that was tampered with, redacted or not', async () => {
    await here.server.write('test', async ({ manager }) => {
      await manager.update(EventRow, { logId: 'installation', seq: 2 }, { actorId: 'somebody' });
      await manager.update(EventRow, { logId: 'installation', seq: 3 }, { body: null });
    });
    const { code, lines } = await verified();
    expect(code).toBe(3);
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^ {2}event 2: not what was hashed: stored [0-9a-f]{64}, recomputed [0-9a-f]{64}/,
        ),
        '  event 3: has no text, and no redaction says why (ledger/body-missing)',
      ]),
    );
  });
});

describe('The command that verifies, where there is nothing to read', () => {
  it('makes nothing and says so', async () => {
    const { code, text } = await said(['verify'], { DATA_DIR: join(folder(), 'none') });
    expect([code, text]).toEqual([1, expect.stringContaining('There is no database file')]);
  });
});
