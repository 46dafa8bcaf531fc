import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import {
  documentDigest,
  letterDocument,
  letterTotals,
  type Letter,
  type LetterCompetency,
} from '@countersign/domain/credential';
import { canonicalJson, multikeyOf, signDocument } from '@countersign/domain/ledger';
import { sha256 } from '../db/salt';
import { ATTACHED_NAME, letterPdf } from './letter-pdf';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const raw = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32));
const kid = createHash('sha256').update(raw).digest('hex').slice(0, 16);
const ISSUED = Date.UTC(2027, 9, 1, 13, 14, 22);
const VERIFY = 'https://log.example/verify';

const signature = (capacity: string, name: string) => ({
  ...{
    name,
    capacity,
    meaning: 'competency-granted',
    at: '2027-06-01T13:14:22Z',
    timeZone: 'America/New_York',
  },
});
const competency = (nth: number): LetterCompetency => ({
  id: `c${nth}`,
  title: `Competency number ${nth}`,
  until: nth % 2 === 0 ? '2028-06-01' : null,
  ...{ supervision: 'indirect-immediate', highRisk: nth === 3, waived: nth === 2 ? 1 : 0 },
  demonstration: false,
  signatures: [signature('supervisor', 'Ingrid Lindqvist, MD'), signature('director', 'Tor Amundsen, MD')],
});

function letterWith(change: Partial<Letter>, items = 3): Letter {
  const facts = Array.from({ length: items }, (_, nth) => ({
    ...{ itemId: `item-${nth}`, kind: 'procedure' as const, role: 'performed' as const },
    ...{ supervision: 'direct' as const, outcome: 'success' as const, status: 'approved' as const },
    ...{ simulation: false, performedOn: '2027-05-01' },
  }));
  return {
    kind: 'record',
    id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
    name: 'Łukasz Ørsted-Çelik, MD',
    baseSpecialty: 'Anesthesiology',
    program: {
      id: 'p',
      name: 'Pain Medicine',
      institution: 'Calder University',
      timeZone: 'America/New_York',
    },
    training: [{ fromOn: '2026-07-01', toOn: '2027-06-30' }],
    asOf: '2027-10-01',
    catalogueEdition: '2026.2',
    requirements: { id: 'pain', title: 'Pain medicine', version: 3, standing: 'verified' },
    scale: 'Help given, version 1',
    demonstration: false,
    totals: letterTotals(facts, { asOf: '2027-10-01', nameOf: (id) => `Procedure called ${id}` }),
    competencies: [1, 2, 3].map(competency),
    notSigned: ['Intrathecal pump implant'],
    attestation: 'I attest that this letter states the record of this program.',
    attestedBy: {
      ...signature('director', 'Tor Amundsen, MD'),
      meaning: 'attested',
      contentDigest: 'ab'.repeat(32),
      signatureDigest: 'cd'.repeat(32),
    },
    ...change,
  };
}

async function rowOf(letter: Letter) {
  const issuer = {
    id: 'did:web:log.example',
    name: 'Pain Medicine',
    institution: 'Calder',
    publicKey: multikeyOf(raw),
  };
  const status = { list: 'https://log.example/api/status-list', index: 7 };
  const document = letterDocument({
    letterId: '00000000-0000-4000-8000-000000000009',
    letter,
    issuer,
    status,
  });
  const proof = { verificationMethod: `did:web:log.example#${kid}`, created: '2027-10-01T13:14:22Z' };
  const signed = await signDocument(document, proof, {
    sha256,
    sign: (bytes) => sign(null, bytes, privateKey),
  });
  return {
    credential: canonicalJson(signed),
    documentDigest: (await documentDigest(signed, sha256)) ?? '',
    kid,
    issuedAt: ISSUED,
  };
}

/** The text of each page, and what is attached. */
async function read(pdf: Uint8Array) {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let nth = 1; nth <= document.numPages; nth += 1) {
    const { items } = await (await document.getPage(nth)).getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/g, ' '),
    );
  }
  const names = [...((await document.getAttachments())?.keys() ?? [])];
  const contents = await Promise.all(names.map((name) => document.getAttachmentContent(name)));
  return { pages, names, contents };
}

// Fonts are read and subset anew for each letter, on a machine that does other things too.
jest.setTimeout(60_000);

describe('A letter as PDF', () => {
  it('says what was signed, on every page whose it is and as of when, and carries the signed record', async () => {
    const row = await rowOf(letterWith({}));
    const pdf = await letterPdf(row, VERIFY);
    expect(pdf.length).toBeLessThanOrEqual(300_000);
    const { pages, names, contents } = await read(pdf);
    expect(pages).toHaveLength(2);
    const [first = '', second = ''] = pages;
    for (const words of [
      'Łukasz Ørsted-Çelik, MD is signed for 3 competencies',
      'Signed competencies: 3 of 4',
      'Competency number 1',
      'immediate',
      'Ingrid Lindqvist, MD: competency granted, Jun 1, 2027 13:14 UTC',
      'Competency number 2 Waived by the director: 1 rule',
      'Competency number 3 High risk: two supervisors and the director sign',
      'Not signed: Intrathecal pump implant.',
      'meaning: attested. Tue, Jun 1, 2027, 9:14:22 AM EDT (13:14:22 UTC)',
      VERIFY,
      row.documentDigest.slice(0, 4),
    ])
      expect(first).toContain(words);
    expect(second).toContain('3 performed, 0 performed in part, 3 in all');
    expect(second).toContain('12 mo.');
    for (const [nth, page] of pages.entries()) {
      expect(page).toContain(
        'Pain Medicine, Calder University: Łukasz Ørsted-Çelik, MD. As of Oct 1, 2027. Pain medicine, version 3.',
      );
      expect(page).toContain(`page ${nth + 1} of 2`);
      expect(page).not.toContain('Demonstration');
    }
    expect(names).toEqual([ATTACHED_NAME]);
    expect(Buffer.from(contents[0] ?? []).toString()).toBe(row.credential);
  });

  it('is the same bytes each time it is drawn', async () => {
    const row = await rowOf(letterWith({}));
    const [one, other] = [await letterPdf(row, VERIFY), await letterPdf(row, VERIFY)];
    expect(Buffer.from(one).equals(other)).toBe(true);
  });

  it('repeats the head of a long table on each page', async () => {
    const { pages } = await read(await letterPdf(await rowOf(letterWith({}, 120)), VERIFY));
    const tables = pages.filter((page) => page.includes('Procedure called'));
    expect(tables.length).toBeGreaterThan(2);
    for (const page of tables) expect(page).toContain('12 mo.');
  });

  it('of a demonstration says so on every page', async () => {
    const { pages } = await read(
      await letterPdf(await rowOf(letterWith({ demonstration: true }, 60)), VERIFY),
    );
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages)
      expect(page).toContain('Demonstration: invented people and numbers. Not a credential.');
  });

  it('shows what its font lacks as a question mark, and says so', async () => {
    const { pages } = await read(await letterPdf(await rowOf(letterWith({ name: '李 Έλλη Жанна' })), VERIFY));
    expect(pages[0]).toContain('? Έλλη Жанна');
    expect(pages.join()).toContain('Some letters of names cannot be printed here');
  });

  it('about one competency, or with nothing signed, says no more than that', async () => {
    const one = letterWith({ kind: 'competency', competencies: [competency(1)], notSigned: [] });
    expect((await read(await letterPdf(await rowOf(one), VERIFY))).pages[0]).toContain(
      'is signed for competency number 1',
    );
    const none = letterWith({ competencies: [] }, 0);
    const { pages } = await read(await letterPdf(await rowOf(none), VERIFY));
    expect(pages[0]).toContain('None is signed so far.');
    expect(pages[1]).toContain('No approved procedures.');
  });
});
