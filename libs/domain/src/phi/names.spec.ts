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
  ])('is blocked: %s', (text) => expect(kindsIn(text)).toContain('titled-name'));

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
    'Patient: Delgado, Rosa',
    'Surgeon: Patel',
    'initials J.S.',
    'pt initials RD',
    'initials "R.J.D."',
    'Pt called Zodwa, second pass',
    'the patient is called Zodwa',
    'a lady by the name of Zubieta',
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
    "Johnson's pump",
    'Garcia-Lopez again',
    "O'Connor had uptake",
    'the Petersons asked',
    'Told Jones to wait',
    'the Ferguson case',
    'McTavish repeat',
    'Grzybowski kypho',
    'Young refused sedation',
    "Walker's wife called",
    'second block on Brown',
    'Qwertyson denied pain',
  ])('is a warning: %s', (text) => expect(kindsIn(text)).toEqual(['surname']));

  it('may be a first name, alone or with a last name', () => {
    expect(kindsIn('Rosa tolerated it')).toEqual(['given-name']);
    expect(kindsIn('Good case (Teresa Oduya)')).toEqual(['full-name']);
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
  ])('%s', (text) => expect(kindsIn(text)).toEqual([]));
});

describe('a patient list', () => {
  it.each(['ZUBIETA, WIREMU (M) R L4 TFESI', 'Xulumane, Zodwa, 54F caudal'])(
    'names its patients: %s',
    (text) => {
      expect(kindsIn(text)).toContain('listed-name');
    },
  );
});
