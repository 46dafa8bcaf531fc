import { guardText, type IdentifierKind } from './index';

const kindsIn = (text: string): IdentifierKind[] => guardText(text).findings.map(({ kind }) => kind);

describe('numbers of many labels', () => {
  it.each<[string, IdentifierKind]>([
    ['SSN 900 - 11 - 2233', 'social-security-number'],
    ['last four 2233 per VA', 'social-security-number'],
    ['M R N 4471902', 'record-number'],
    ['4471902 (her MRN)', 'record-number'],
    ['wrong MRN entered, should be 4471902', 'record-number'],
    ['MRN ending in 902', 'record-number'],
    ['wristband 88213', 'record-number'],
    ['study ID PNS-0042', 'record-number'],
    ['tracking number 94001', 'record-number'],
    ['File # 88213', 'record-number'],
    ['docket 24-CV-00881', 'record-number'],
    ['BSN 123456782', 'record-number'],
    ['BCBS PPO, XZP884213301', 'account-number'],
    ['auth: A44719', 'account-number'],
    ['4111111111111111', 'account-number'],
    ['board cert 88213', 'license-number'],
    ['plate: AB-123-CD', 'vehicle-number'],
    ['tag KLM-8821', 'vehicle-number'],
    ['vehicle tag MA 4TST91', 'vehicle-number'],
    ['Vehicle no. MH 12 KX 4417', 'vehicle-number'],
    ['the medical record 8812-A', 'record-number'],
    ['dossier no 881.204', 'record-number'],
    ['mrn is wrong, actually 77102', 'record-number'],
    ['scan_587-12-9046_consent.pdf', 'social-security-number'],
  ])('blocks "%s" as %s', (text, kind) => expect(kindsIn(text)).toEqual([kind]));

  it.each<[string, IdentifierKind]>([
    ['sn# NKF-204', 'device-serial'],
    ['lead LD88TST014 migrated', 'device-serial'],
    ['UDI on the box 10884521TST17', 'device-serial'],
    ['33 4471 0098 on his hand', 'long-number'],
    ['4829-1334', 'long-number'],
    ['S24-10882', 'long-number'],
    ['33019 8827 pump refill', 'long-number'],
    ['need films on 6,620,184', 'long-number'],
    ['5 5 5 0 1 4 2 left by the desk', 'long-number'],
    ['KYPHO BALLOON LOT 41207J RUPTURED', 'device-serial'],
    ['UDI +M441PN882010/32406ABC', 'device-serial'],
    ['no home health in nv 89117', 'postal-code'],
    ['1.2.840.113619.2.55.3.604', 'long-number'],
    ['94110 is her zip', 'postal-code'],
    ['the 02134 area', 'postal-code'],
    ['postcode EC1A 1BB', 'postal-code'],
  ])('warns of "%s" as %s', (text, kind) => {
    expect(kindsIn(text)).toEqual([kind]);
    expect(guardText(text).tier).toBe('warn');
  });

  it.each([
    'Model number 37714',
    'ticket # 88213',
    'Plan: 64483 x2',
    'Billing: J3301 x 4',
    'Rx: gaba 300/300/600',
    'serial MRI 2019 2021',
    'plate LCP 3.5',
    'impedances 650 720 810',
    'lead 977A260',
    'the 2026-0142 case',
    'lidocaine lot 41207J',
    'cart 3 has no 25g 3.5',
    'tpi traps x4',
    '64483 64484',
  ])('leaves "%s" alone', (text) => expect(kindsIn(text)).toEqual([]));
});

describe('ways to reach somebody', () => {
  it.each<[string, IdentifierKind]>([
    ['paged 555-0138 by PACU', 'phone-number'],
    ['ring 6465550198', 'phone-number'],
    ['617 - 555 - 0142', 'phone-number'],
    ['07700 900123', 'phone-number'],
    ['0044 20 7946 0958', 'phone-number'],
    ['at x4471', 'phone-number'],
    ['their call back # is 3-7718', 'phone-number'],
    ['call fellow on p.48213', 'phone-number'],
    ['206·555·0191', 'phone-number'],
    ['discord tag slipdisc#0042', 'web-address'],
    ['ip is 203 dot 0 dot 113 dot 61', 'ip-address'],
    ['page me at 4471', 'phone-number'],
    ['six one seven, five five five, oh one four two', 'phone-number'],
    ['rosadel at gmail', 'email-address'],
    ['rosa@example', 'email-address'],
    ['her insta, rosad77', 'web-address'],
    ['posts as @rosad77', 'web-address'],
    ['youtu.be/abc', 'web-address'],
    ['001A.2B3C.4D5E', 'ip-address'],
  ])('blocks "%s" as %s', (text, kind) => expect(kindsIn(text)).toEqual([kind]));

  it.each(['RFA @80C', '@ L4', 'u/s guided', 'page 214 of the atlas', 'x4 levels', 'v 2.5.10'])(
    'leaves "%s" alone',
    (text) => expect(kindsIn(text)).toEqual([]),
  );
});

describe('dates and ages as they are written', () => {
  it.each<[string, IdentifierKind]>([
    ['3/14/24-3/16/24', 'full-date'],
    ['DOS3/14/24', 'full-date'],
    ['14/Mar/2024', 'full-date'],
    ['2024-Mar-14', 'full-date'],
    ['March fourteenth 2024', 'full-date'],
    ['Mar 3 & 17, 2024', 'full-date'],
    ['14 de marzo de 2024', 'full-date'],
    ['Christmas Eve 2023', 'full-date'],
    ['scan_20240314', 'full-date'],
    ['2024-03-14T09:30', 'full-date'],
    ['dob 61', 'birth-date'],
    ['née le 14 mars 1961', 'full-date'],
    ['born 1929', 'birth-date'],
    ['Patient age 97.', 'age-over-89'],
    ['94/F', 'age-over-89'],
    ['her mother, 95, came along', 'age-over-89'],
    ['at 97 she still drives', 'age-over-89'],
    ['97th birthday', 'age-over-89'],
    ['one oh two year old', 'age-over-89'],
    ["she's ninety-five", 'age-over-89'],
  ])('blocks "%s" as %s', (text, kind) => expect(kindsIn(text)).toContain(kind));

  it.each([
    '8/23: near miss',
    'repeat MBB done 4/2',
    '9/12',
    '6/1-6/8',
    'last seen 2/5',
    'may 6 caudal',
    'mar14',
    'the 14th of march',
    'on the 14th',
    'Tuesday the 4th',
    'fell on Thanksgiving',
  ])('warns of "%s"', (text) => {
    expect(kindsIn(text)[0]).toBe('partial-date');
    expect(guardText(text).tier).toBe('warn');
  });

  it.each([
    '1/2 MBB',
    '3/4 and 4/5 facets',
    'T7/8, 8/9',
    '8/10 -> 2/10',
    '6/7 levels covered',
    'suboxone 8/2',
    'review in 6/12',
    'GAD7 10/21',
    'second may be needed',
    'dec 10% rate',
    'on the 3rd attempt',
    'the 12th rib',
    'sats in the 90s',
    'turned 90 degrees',
    'software 3.1.2',
    'after Thanksgiving',
  ])('leaves "%s" alone', (text) => expect(kindsIn(text)).toEqual([]));
});

describe('where somebody lives', () => {
  it.each([
    'lives at 42 Elm',
    'lives on Elm Street',
    'corner of 5th and Main',
    '42 Calle Luna',
    '4180 US Highway 12',
    'POB 77',
    '41.8781, -87.6298',
  ])('blocks "%s"', (text) => expect(kindsIn(text)).toEqual(['street-address']));

  it.each([
    'the only dentist in Dry Fork',
    'Policeman from Tucson',
    'midwife in Harbor Gulch',
    'drove 2 hours from Millbrook',
    'LIVES IN MILLBROOK WITH HER SON',
    'lives in millbrook',
    'the Millbrook mayor',
    'near Millbrook',
    'Millbrook, VT',
    'Pine County jail',
    'town of 300',
    'Sunset Manor',
    'St. Orrin Hospital',
  ])('warns of "%s"', (text) => expect(kindsIn(text)).toEqual(['place']));

  it.each([
    'moved from Ohio last year',
    'flew in from Canada',
    'nurse in Recovery',
    'clinic in March',
    'rep from Abbott',
    'transferred from Medicine',
    'films from the outside hospital',
    '45 min drive each way',
    '150 S. The needle',
  ])('leaves "%s" alone', (text) => expect(kindsIn(text)).toEqual([]));
});

describe('forms at the edge of a rule', () => {
  it.each<[string, IdentifierKind]>([
    ['14 mar 2024 mg', 'full-date'],
    ['on 2 mar', 'partial-date'],
    ['march third', 'partial-date'],
    ['done 12/3', 'partial-date'],
    ['9/2 note', 'partial-date'],
    ['since 9/3', 'partial-date'],
    ['due back 12/28 and 1/4', 'partial-date'],
    ['3/8, 4/5', 'partial-date'],
    ['3. 14. 2024', 'full-date'],
    ['fever 9/12', 'partial-date'],
    ['serial ending 441', 'device-serial'],
    ['ID: 4829', 'long-number'],
    ['MRN: 2019', 'record-number'],
    ['DOB march', 'birth-date'],
    ['07700900123 is her mobile', 'phone-number'],
    ['cop from cleveland', 'place'],
    ['films from Houston', 'place'],
    ['farmer in Alder', 'place'],
    ['mr park', 'titled-name'],
    ['Fr Tim', 'titled-name'],
    ['Miss Daisy', 'titled-name'],
    ['doctor nadkarni', 'titled-name'],
    ['nadkarni md', 'titled-name'],
    ['delgado rn', 'titled-name'],
    ['Name- Rosa Delgado', 'labelled-name'],
    ['Quispe, X.', 'listed-name'],
    ['pt/Oyelaran', 'person-name'],
  ])('"%s" gives %s', (text, kind) => expect(kindsIn(text)).toContain(kind));

  it.each([
    '2 mar cc',
    'may third',
    'may 5 mg',
    'march 5 mg',
    'dec 2 V',
    '0/5/24',
    '13/14/24',
    '12-15-18 settings',
    'Marcaine - 3 - 4 - 10',
    'block x 3/12',
    'discharged 2/10',
    'check 4/4',
    'out 4/5',
    '1/2 and 1/4',
    '4/5, 5/1',
    'contrast from Abbott',
    'DR. MRI',
    'Fr 10 drain',
    'do it',
    'patient called',
    'born preterm',
    'fax NDC 1409161002',
    'chart 2019',
    'family in Spanish',
    'plate 12345',
    '00482913456 mg',
  ])('"%s" gives nothing', (text) => expect(kindsIn(text)).toEqual([]));
});
