import type { EntryView } from '@countersign/contracts/entries/views';
import { v7 as uuidv7 } from 'uuid';
import { milestoneCodes } from '@countersign/domain/committee';
import { pdfText } from '../testing/pdf-text';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, PASSWORD } from '../testing/test-program';

/** By then every rating is final. */
const LATER = NOON + 10_001;

describe('The committee’s packet', () => {
  const here = programUnderTest('packet', 'fellow', 'director', 'coordinator', 'supervisor');
  const path = () => `${here.base}/fellows/${here.program.people.fellow.id}/committee`;
  const pages = async (query: string, who: 'director' | 'coordinator' = 'director'): Promise<string> => {
    const reply = await here[who].get(`${path()}/packet?${query}`);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    return (await pdfText(reply.bytes)).join('\n');
  };

  beforeAll(async () => {
    for (let nth = 0; nth < 12; nth += 1) {
      const performedOn = new Date(Date.UTC(2026, 9, 1 + nth)).toISOString().slice(0, 10);
      const { body } = await here.fellow.post<EntryView>(here.entries, {
        body: entryBody(here.program, { performedOn }),
      });
      await here.supervisor.post(`${here.entries}/${body.id}/approval`, {
        revision: 1,
        body: { help: nth < 4 ? 3 : 5, keepDoing: 'Dr. Supervisor One and Fellow One planned it well.' },
      });
    }
    here.server.setClock(LATER);
    const reply = await here.director.post(`${path()}-decisions`, {
      body: {
        ...{ id: uuidv7(), outcome: 'continue-with-plan', reason: 'Fellow One goes on, Director One says.' },
        present: [here.program.people.director.id, here.program.people.supervisor.id],
        milestones: milestoneCodes.map((code) => ({ code, level: 2.5 })),
        password: PASSWORD,
      },
    });
    expect(reply.status).toBe(201);
  });

  it('says volume, rules, competence with n and interval, reasons, milestones, words and decision', async () => {
    const text = await pages('kind=committee');
    for (const part of [
      /Fellow One/,
      /12 of 20/,
      /learning \(n 12, \d+ to \d+ %\)/,
      /8 of 12 at help 4 or more/,
      /LC-CUSUM, then CUSUM \(limits 4\.118 and 4\.093\)/,
      /limit 4\.118: at standard/,
      /Expected false flags for one fellow: \d/,
      /PC4 Interventions 12 entries, 12 rated by 1/,
      /Continue, with a plan/,
      /Present: Director One, Supervisor One/,
      /“Dr\. Supervisor One and Fellow One planned it well\.” Supervisor One/,
      /Page 1 of \d/,
      /version 2/,
    ])
      expect(text).toMatch(part);
  });

  it('names nobody where names are to be left out, in texts neither', async () => {
    for (const kind of ['committee', 'semi-annual']) {
      const text = await pages(`kind=${kind}&names=hidden`);
      for (const { name } of Object.values(here.program.people)) expect(text).not.toContain(name);
      expect(text).toContain('names hidden');
      expect(text).toContain('Present: 2 people');
      expect(text).toContain('“a supervisor and the fellow planned it well.”');
      expect(text).toContain('12 of 20');
    }
  });

  it('twice a year says what came in six months', async () => {
    const text = await pages('kind=semi-annual');
    expect(text).toMatch(/Six months In all Target/);
    expect(text).toMatch(/12 12 20 5 \(12\)/);
    expect(await pages('kind=committee')).not.toContain('Six months');
  });

  it('tells a coordinator no rating and no words', async () => {
    const text = await pages('kind=committee', 'coordinator');
    expect(text).not.toMatch(/planned it well|of 12 at help|LC-CUSUM, then/);
    expect(text).toContain('12 of 20');
  });

  it('is for director and coordinator, and of a kind', async () => {
    expect((await here.fellow.get(`${path()}/packet?kind=committee`)).status).toBe(403);
    expect((await here.supervisor.get(`${path()}/packet?kind=committee`)).status).toBe(403);
    expect((await here.director.get(`${path()}/packet?kind=other`)).status).toBe(400);
    const nobody = `${here.base}/fellows/${here.program.people.supervisor.id}/committee/packet?kind=committee`;
    expect((await here.director.get(nobody)).status).toBe(404);
  });
});
