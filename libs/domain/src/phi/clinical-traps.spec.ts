import { guardText } from './index';

const stays = (texts: readonly string[]) =>
  texts.map((text) => [text, guardText(text).findings.map(({ kind }) => kind)]);
const clean = (texts: readonly string[]) => texts.map((text) => [text, []]);

describe('clinical text that looks like an identifier stays clean', () => {
  it.each([
    [
      'levels and grades',
      [
        'L4-5',
        'C4-C5',
        'C5-6 ACDF 2019',
        'levels 10-11-12',
        'ribs 10-11-12',
        'R1/2',
        'L3/4 and L4/5 facets',
        'T7/8/9',
      ],
    ],
    [
      'scores',
      [
        '5/10 VAS',
        '10/10 pain',
        'pain 8/10 to 3/10',
        'PHQ-9 14/27',
        'PHQ from 11/27',
        'strength 4/5 on the left',
        'reflexes 2/4',
        '35-40%',
        'ODI 22/50',
      ],
    ],
    [
      'doses',
      [
        '80 mg methylprednisolone',
        '1/2 cc',
        '1:10,000',
        '1:200,000',
        'gabapentin 300-300-600',
        'gabapentin 300-600-1200',
        '250-1000 mcg',
        'baclofen 2000 mcg/ml',
        'PCEA 8/4/10',
        '1000000 units',
      ],
    ],
    [
      'tools',
      [
        '25G',
        '10 Fr x 7 cm',
        '12-lead',
        'RFA 80 C 90 s',
        '18G 100 mm 10 mm tip',
        'model 97715',
        '2x8 contacts, 400-900 ohms',
      ],
    ],
    [
      'codes',
      [
        'CPT 43239',
        '64490-64494',
        'M54.16',
        'J3301 x4',
        'NDC 0409-1610-02',
        'PMID 31234567',
        'NCT04567890',
        '150000',
        'Plt 150000',
      ],
    ],
    [
      'ages, times and temperatures',
      [
        '89 yo',
        'age band 90+',
        'T 99F',
        '98.6F',
        'BP 182/104',
        '14:30',
        '90 s burn',
        '95% relief',
        '90 degrees',
        'pain for 95 days',
      ],
    ],
    ['the local case label', ['2026-0142 repeat MBB', 'case 45 of my log']],
    [
      'years and months',
      [
        'fusion in 2008',
        'MRI from 2024',
        'in March she went back to work',
        'may repeat in 3 months',
        'plan 2024',
        'chart 2019',
      ],
    ],
  ])('%s', (_, texts) => {
    expect(stays(texts)).toEqual(clean(texts));
  });
});

describe('words that are also names stay clean', () => {
  it.each([
    [
      'eponyms',
      [
        'Tarlov cyst',
        'Baastrup',
        'Horner sign',
        'Sjögren',
        'Parkinson',
        'Bertolotti',
        'Schmorl nodes',
        'Charcot',
        'Tinel',
        'Spurling',
        'Lhermitte',
        'Kambin',
        'Racz catheter',
        'Tuohy',
        'Quincke',
        'Whitacre',
        'Sprotte',
        'Jamshidi',
        "Baker's cyst",
        "Bell's palsy",
      ],
    ],
    [
      'eponyms of the gastroenterologist and anesthetist',
      [
        'Barrett',
        'Forrest IIa',
        'Seldinger',
        'Roux',
        'Whipple',
        'Swan-Ganz',
        'Mallampati 3',
        'Child B',
        'Boston Bowel Prep Score',
      ],
    ],
    [
      'surnames of tests and tools',
      [
        'Allen test',
        'Thomas test positive',
        'Jackson table',
        'Wilson frame',
        'Miller 2 blade',
        'Kelly clamp',
        'Cobb angle 22',
        'Cohen et al. 2020',
        'Smith & Nephew',
        'Wong-Baker faces',
        'Hawkins positive',
        'the Jackson',
        'Beck inventory 22',
      ],
    ],
    [
      'sentence beginnings',
      [
        'Young and healthy',
        'Brown discharge',
        'Walker used',
        'Long discussion',
        'Mark the skin',
        'Grant funded',
        'Rose to standing',
        'Will call',
        'Head of bed flat',
        'March fracture',
        'Price of the device',
        'Block tolerated',
      ],
    ],
    [
      'words after a cue',
      [
        'Pt tolerated well',
        'Patient Education',
        'Pt: anxious',
        'Patient: prone',
        'Attending: present',
        'Fellow: performed both',
        'Nurse: none',
        'patient prone on the Jackson table',
        'wife present',
        'Drug name: ropivacaine',
        'Name the nerve',
      ],
    ],
    [
      'abbreviations that look like titles',
      [
        'MR lumbar spine',
        'MR imaging',
        'MS Contin',
        'MS patient',
        '20 ms wide',
        'L5 DR lesion',
        'L5 dr and S1',
        'Dr. was called',
        'miss rate',
        'did not miss a level',
      ],
    ],
    [
      'labels without a number',
      [
        'MRN and DOB verified at the time out',
        'phone number confirmed',
        'no MRN recorded',
        'Encounter closed late',
        'Policy says two identifiers',
        'License expired',
        'Plate and screws',
        'cell count 7',
      ],
    ],
  ])('%s', (_, texts) => {
    expect(stays(texts)).toEqual(clean(texts));
  });
});
