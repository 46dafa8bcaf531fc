import * as fc from 'fast-check';
import { IDENTIFIER_KINDS } from './finding';
import { groupOf, guardText, type IdentifierKind } from './index';

const kindsIn = (text: string): IdentifierKind[] => guardText(text).findings.map(({ kind }) => kind);
const found = (text: string): string[] =>
  guardText(text).findings.map(({ start, end }) => text.slice(start, end));

describe('the privacy guard', () => {
  it.each<[string, IdentifierKind]>([
    ['SSN 987-65-4321', 'social-security-number'],
    ['his social is 987 65 4321', 'social-security-number'],
    ['ssn ends in 4432', 'social-security-number'],
    ['MRN: 00482913', 'record-number'],
    ['chart number A-339201', 'record-number'],
    ['Encounter #30044821', 'record-number'],
    ['acct # 449201-33', 'account-number'],
    ['Member ID XZ-99201', 'account-number'],
    ['on file: 1EG4-TE5-MK73', 'account-number'],
    ['copay 4111 1111 1111 1111', 'account-number'],
    ['NPI 1234567893', 'license-number'],
    ["driver's license D123-4567", 'license-number'],
    ['license plate 8ABC123', 'vehicle-number'],
    ['1HGCM82633A004352 on the form', 'vehicle-number'],
    ['call (555) 201-4432', 'phone-number'],
    ['text her at 5552014432', 'phone-number'],
    ['pager 44320', 'phone-number'],
    ['+44 20 7946 0958', 'phone-number'],
    ['jane.doe@example.com', 'email-address'],
    ['jane at example dot com', 'email-address'],
    ['https://portal.example.org/p/88', 'web-address'],
    ['mychart.example.org', 'web-address'],
    ['images on 10.24.8.113', 'ip-address'],
    ['2001:db8:0:0:0:ff00:42:8329', 'ip-address'],
    ['DOB 4/12/61', 'birth-date'],
    ['born on 12 March 1958', 'birth-date'],
    ['MRI of 03/14/2024', 'full-date'],
    ['implanted 05JAN2024', 'full-date'],
    ['92 yo with a fracture', 'age-over-89'],
    ['pt is 91, lives with son', 'age-over-89'],
    ['42 Elm Street', 'street-address'],
    ['PO box 118', 'street-address'],
    ['Mr. Ramirez did well', 'titled-name'],
    ['Dr Haddad supervised', 'titled-name'],
    ['Patient name: Rosa Delgado', 'labelled-name'],
    ['Attending: Patel', 'labelled-name'],
  ])('blocks "%s" as %s', (text, kind) => {
    expect(kindsIn(text)).toEqual([kind]);
    expect(guardText(text).tier).toBe('block');
  });

  it.each<[string, IdentifierKind]>([
    ['Springfield, OH 45503', 'postal-code'],
    ['ZIP 45503', 'postal-code'],
    ['Policeman from Tucson', 'place'],
    ['IPG S/N NKF204411H', 'device-serial'],
    ['UDI (01)00812345678901', 'device-serial'],
    ['00482913 on the sticker', 'long-number'],
    ['procedure 3/14', 'partial-date'],
    ['refill due March 14', 'partial-date'],
    ['555-0142 on the board', 'phone-number'],
    ['pt Ramirez needed 3 attempts', 'person-name'],
    ['his wife Marta drove', 'person-name'],
    ['Kowalski, Anna', 'listed-name'],
    ['Rosa Delgado, lumbar RFA', 'full-name'],
    ['Thompson did fine after extubation', 'surname'],
    ['same lady as last week (Kowalski)', 'person-name'],
  ])('warns of "%s" as %s', (text, kind) => {
    expect(kindsIn(text)).toEqual([kind]);
    expect(guardText(text).tier).toBe('warn');
  });

  it('is clean without findings', () => {
    expect(guardText('L4-5 ILESI, no heme, no CSF.')).toEqual({ tier: 'clean', findings: [] });
    expect(guardText('')).toEqual({ tier: 'clean', findings: [] });
  });

  it('takes the severest tier of its findings and lists them in the order of the text', () => {
    const { tier, findings } = guardText('Kowalski, MRN 4829133, back on 8/19');
    expect(findings.map(({ kind, tier: own }) => [kind, own])).toEqual([
      ['surname', 'warn'],
      ['record-number', 'block'],
      ['partial-date', 'warn'],
    ]);
    expect(tier).toBe('block');
  });

  it('marks the whole of what it found', () => {
    expect(found('Saw Mrs. Rosa Delgado today, call (555) 201-4432.')).toEqual([
      'Mrs. Rosa Delgado',
      'call (555) 201-4432',
    ]);
  });

  it('keeps the severer of two findings in the same place', () => {
    expect(kindsIn('Dr. Kowalski')).toEqual(['titled-name']);
    expect(kindsIn('DOB 04/12/1961')).toEqual(['birth-date']);
  });

  it('tells where it found something and never what', () => {
    const { findings } = guardText('Mr. Ramirez, MRN 4829133, ramirez@example.org');
    expect(JSON.stringify(findings)).not.toMatch(/ramirez|4829133/i);
  });

  it('puts every kind in one of the three groups', () => {
    const kinds = Object.keys(IDENTIFIER_KINDS) as IdentifierKind[];
    expect(new Set(kinds.map(groupOf))).toEqual(new Set(['structured', 'cued-name', 'bare-surname']));
  });
});

describe('text in disguise', () => {
  it.each([
    ['a non-breaking hyphen', '987‑65‑4321'],
    ['an en dash', '987–65–4321'],
    ['a zero-width space', '987-65\u200b-4321'],
    ['full-width digits', '９８７-６５-４３２１'],
    ['a soft hyphen', 'SSN 9\u00ad87-65-4321'],
    ['repeated blanks', 'SSN  987  65  4321'],
    ['a tab', 'SSN\t987-65-4321'],
    ['an em dash around it', 'RFA—987-65-4321—home'],
    ['two hyphens around it', 'RFA--987-65-4321--home'],
  ])('is read through %s', (_, text) => {
    expect(guardText(text).tier).toBe('block');
  });

  it('takes who was seen or met for a person', () => {
    expect(['Saw Muñoz again', 'Saw Bergström'].map(kindsIn)).toEqual([['person-name'], ['person-name']]);
    expect(guardText('with Sørensen').tier).toBe('warn');
  });

  it('reads accents as written in one sign or in two, and marks the original text', () => {
    for (const text of ['Muñoz again', 'Muñoz again'.normalize('NFD'), 'Bergström again', 'Sørensen again']) {
      expect(kindsIn(text)).toEqual(['surname']);
    }
    expect(found('the\t  old --  Muñoz')).toEqual(['Muñoz']);
    const decomposed = 'é Muñoz'.normalize('NFD');
    expect(found(decomposed)).toEqual(['Muñoz'.normalize('NFD')]);
  });
});

describe('any text', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom('Mr ', 'Smith', '-', '1', '/', '@', '.', 'MRN', ' ', '\u200b', 'é', '(', '555'),
        { maxLength: 120 },
      )
      .map((parts) => parts.join('')),
  );

  it('gets findings that lie inside it, in order, apart from each other, and of the tier that is reported', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { tier, findings } = guardText(text);
        let end = 0;
        for (const finding of findings) {
          expect(finding.start).toBeGreaterThanOrEqual(end);
          expect(finding.end).toBeGreaterThan(finding.start);
          end = finding.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
        const tiers = findings.map((finding) => finding.tier);
        expect(tier).toBe(tiers.includes('block') ? 'block' : tiers.length > 0 ? 'warn' : 'clean');
      }),
    );
  });

  it('is blocked wherever an identifier stands in a sentence of it', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^[2-9]\\d{${length - 2}}[1-9]$`));
    const identifier = fc.oneof(
      fc.tuple(digits(3), digits(2), digits(4)).map((parts) => parts.join('-')),
      fc.tuple(digits(3), digits(3), digits(4)).map(([a, b, c]) => `(${a}) ${b}-${c}`),
      digits(7).map((value) => `MRN ${value}`),
      fc.stringMatching(/^[a-z]{2,9}@[a-z]{2,9}\.org$/),
      fc
        .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
        .map(([m, d]) => `${m}/${d}/2024`),
    );
    const sentence = fc.constantFrom(
      'No heme, no CSF.',
      'Pt tolerated well,',
      'RFA 80 C x 90 s;',
      'L4-5 (left)',
      '',
    );
    fc.assert(
      fc.property(sentence, identifier, sentence, (before, value, after) => {
        expect(guardText(`${before} ${value} ${after}`).tier).toBe('block');
      }),
    );
  });

  it('gets the same answer twice', () => {
    fc.assert(
      fc.property(hostile, (text) => expect(guardText(text)).toEqual(guardText(text))),
      { numRuns: 30 },
    );
  });
});
