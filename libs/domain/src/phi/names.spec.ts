import { guardText } from './index';

const kindsIn = (text: string) => guardText(text).findings.map(({ kind }) => kind);

describe('a name with a title', () => {
  it.each([
    'Mr Smith',
    'mr smith',
    'MRS SMITH',
    'Mrs. van der Berg',
    'Ms. Nguyen-Tran',
    'Miss Delgado',
    'Mr. K. did well',
    'DR. HADDAD',
    'dr patel scrubbed',
    'Mr White',
    'Mr. Parkinson',
    'Drs. Lee and Haddad',
    'mr. okafor',
    'Prof. Lindqvist',
    'Señora Zubieta',
    'Frau Obermann',
    'Mme Delacour',
    'Smt. Iyengar',
    'Mevr. Van den Berghe',
    'Sr. Zubieta',
    'dr nadkarni supervised',
    'DR NADKARNI PRESENT',
    'Fr. Benedetto',
    'Dr JT Thistlewood',
    'Pastor Tutwiler',
    'told Mrs. Ferreira',
    'Nadkarni MD',
    'Kavita Nadkarni, RN',
    'judge Amory has stenosis',
    'Nurse Delgado caught it',
    'seen by Marco Dillane MD',
    'Sen. Worthington',
  ])('is blocked: %s', (text) => expect(kindsIn(text)).toContain('titled-name'));

  it.each([
    'Sig.ra Bianchi needed two passes',
    'Sig.na Brambilla',
    'Signora Quintavalle was late',
    'Dott. Luca Ferrero watched',
    'Dott.ssa Ferrero watched',
    'Dr.ssa Ferrero did the block',
    'Pan Nowak had a vagal response',
    'Pani Kowalska was afraid',
    'pani Nowakowa',
    'M. Lefevre moved',
    'M. Jean Lefevre moved',
    'M.me Lefevre',
    'Mme Lefèvre',
    'Mlle. Delacour',
    'Herr Oberhuber',
    'Hr. Jensen',
    'Fru Halvorsen',
    'Señor Zubieta',
    'Dña. Carmen Zubieta',
    'Sr.ª Oliveira',
    'Dra. Zubieta supervised',
    'Senhora Oliveira',
    'Dhr. van den Heuvel',
    'Mw. de Graaf',
    'Dr. med. Oberhuber',
    'Pán Dvořák',
    'Gospodin Petrović',
    'Doamna Ionescu',
    'Hra. Virtanen',
    'Encik Rahman',
  ])('is blocked in other languages as in English: %s', (text) => {
    expect(guardText(text).tier).toBe('block');
  });

  it('is blocked though the name ends as many words do', () => {
    expect(guardText('Mrs Quimberly was afraid').tier).toBe('block');
  });

  it.each([
    'M. Piriformis injection under ultrasound',
    'M. Psoas Major and M. Iliacus',
    'Pan Scan was negative',
    'Hr. Rate 80 throughout',
    'Me and the attending',
    'Bay Three was empty',
    'Ing. Hernia repair pain',
    'DR stimulation at L5',
    'Ms. Related to the pump',
  ])('is none where the title is another thing: %s', (text) => expect(guardText(text).tier).toBe('clean'));

  it('covers staff too, since staff is named with the picker', () => {
    expect(guardText('Dr. Yang let me do the tunnelling').tier).toBe('block');
  });
});

describe('a name with a label', () => {
  it.each([
    'Name: Jane Doe',
    'name - Rosa Delgado',
    "patient's name is Rosa Delgado",
    'Pt name: delgado',
    'surname Okafor',
    'a guy named Bob',
    'goes by "Dot"',
    'prefers to be called Teddy',
    'Called Hortensia re instructions',
    'cosigned by Lattimore',
    'sign-off by: k. andersson',
    'NOK: Carmen Delacour',
    'case mgr: Dale Ruskin',
    'Nombre: Xochitl Barrera',
    'PT NAME TUYEN LAM',
    'pt inits: D-F-S',
    'Patient: Delgado, Rosa',
    'Surgeon: Patel',
    'initials J.S.',
    'pt initials RD',
    'initials "R.J.D."',
    'Pt called Zodwa, second pass',
    'the patient is called Zodwa',
    'a lady by the name of Zubieta',
    'pat. name: G. Montenegro',
    'Patient name typed: Emeka Obi',
    'name on the band was Emeka',
    'pt name emeka obi',
    'Attending: Kavita Raman',
    'attending: nadkarni',
    'Attending of record: Nadkarni',
    'Signed: K. Nadkarni',
    'wristband reads Xiomara Quispe',
  ])('is blocked: %s', (text) => expect(kindsIn(text)).toContain('labelled-name'));
});

describe('a name after "patient", a relative or a staff role', () => {
  it.each([
    'patient Delgado refused',
    'pt delgado needed a second pass',
    'the patient, Rosa Delgado, tolerated it',
    'PT DELGADO TOLERATED',
    'Pt Oduya needed more local',
    'pt R.D. wants the implant',
    'daughter (Kim) at bedside',
    'wife Grace drove',
    'RN Kelly',
    'attending Young took over',
    'supervised by Haddad',
    'pt Wiremu Haddad needed more local',
    'pt "Wiremu Haddad" in room',
    'Patient Zodwa Xulumane - lumbar MBB',
    'her fiancé, Wiremu Haddad, drove',
    'his son-in-law (Wiremu Haddad)',
    'pt Pradhan pulled IV',
    'pt pradhan did fine',
    'PT NADKARNI LATE',
    'daughter, Clementine, stayed',
    'Daughter is Fatoumata',
    'told Fatoumata to hold',
    'Xiomara (wife) has the list',
    'Brayden, the Abbott rep',
    'the Hatterley lady is back',
    'daughter karen will drive',
    'staffed w/ brannigan',
    'thx, jen',
    'Delgado_MRI.pdf',
    'Good case (Teresa Oduya)',
    'per rao go higher',
    "pt Bouchard's pump is low",
    'case of Farouk',
    'Please fix side. - Hollis',
    'K.L. in room 4',
    'pt j.m. had no blood',
  ])('is a warning: %s', (text) => {
    expect(kindsIn(text)).toEqual(['person-name']);
    expect(guardText(text).tier).toBe('warn');
  });
});

describe('a name without a cue', () => {
  it.each([
    'Delgado did fine',
    'delgado lumbar rfa',
    'MARTINEZ SGB LEFT',
    'Garcia-Lopez again',
    "O'Connor had uptake",
    'the Petersons asked',
    'Told Jones to wait',
    'McTavish repeat',
    'Grzybowski kypho',
    'Young refused sedation',
    'second block on Brown',
    'Qwertyson denied pain',
    'Lambros kept moving',
    'L4 for zbornakova and Zbornakova again',
    'Mukherji brought the remote',
    'SAME TECHNIQUE AS HAMMOUD',
  ])('is a warning: %s', (text) => expect(kindsIn(text)).toEqual(['surname']));

  it.each(['Emeka Obi', 'john smith', 'JOHN  SMITH'])(
    'may be a full name that no list has whole: %s',
    (text) => expect(kindsIn(text)).toEqual(['full-name']),
  );

  it('may be a first name, alone or with a last name', () => {
    expect(kindsIn('Rosa tolerated it')).toEqual(['given-name']);
    expect(kindsIn('Good spread, Teresa Oduya improved')).toEqual(['full-name']);
  });

  it('needs a person who acts if the surname is an everyday word', () => {
    expect(kindsIn('Young tissue, soft bone')).toEqual([]);
    expect(kindsIn('Young denied pain')).toEqual(['surname']);
  });
});

describe('words that a cue does not make a name', () => {
  it.each([
    'pt called twice about the refill',
    'a block by the name of erector spinae',
    'morphine SR Tylenol PRN',
    'Sig: take 1 tab',
    'patient Tuohy needle changed',
    'Patient Right L4 MBB',
    'pt Medtronic Intellis IPG',
    'Pt Prone Position, Timeout Done',
    'hypertension, Diabetes (M)',
    'Lidocaine, Bupivacaine (F)',
    'Van transport arranged',
    'Interpreter: Mandarin',
    'Attending: Scrubbed',
    'Name of the block: erector spinae',
    'dr appt next week',
    'Pt Xarelto held 3 days',
    'First: Kenalog, then lido',
    'sticker says Left',
    'Contact the Medtronic rep',
    'Outside MD',
  ])('%s', (text) => expect(kindsIn(text)).toEqual([]));
});

describe('a patient list', () => {
  it.each([
    'ZUBIETA, WIREMU (M) R L4 TFESI',
    'Xulumane, Zodwa, 54F caudal',
    'Obi, Emeka - L4-5 TFESI',
    'KOVACS, ISTVAN pump refill',
    'dinh, thuy / GON',
    '1. Brown, Joy',
  ])('names its patients: %s', (text) => {
    expect(kindsIn(text)).toContain('listed-name');
  });
});

describe('a name beside a word for a person or a case', () => {
  it.each([
    'the Alvarez lady needed two passes',
    'same woman as last week (Kowalski), went well',
    'the okafor case from monday',
    'that gentleman from Tuesday, Petersen, came back',
    'this was the Whitfield pump refill',
    'Goldberg’s patient from clinic',
    'bed 4 Ferreira, L4 TFESI',
    "Johnson's pump",
    'the Ferguson case',
    "Walker's wife called",
  ])('is a warning of a cued name: %s', (text) => {
    expect(guardText(text)).toMatchObject({ tier: 'warn', findings: [{ kind: 'person-name' }] });
  });

  it.each([
    'Thompson did fine after extubation',
    'Kowalski needed a second pass',
    'L4-5 went well for a change says Petersen',
  ])('and without one of a bare name: %s', (text) => {
    expect(guardText(text)).toMatchObject({ tier: 'warn', findings: [{ kind: 'surname' }] });
  });

  it('does not make names of words that were none', () => {
    for (const text of ['the Nevro lady', 'room 3 ready', 'the young man', 'Prialt trial', 'the Tuohy case'])
      expect([text, guardText(text).tier]).toEqual([text, 'clean']);
  });
});
