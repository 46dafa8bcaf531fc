import { setOf } from './clinical-words';
import type { IdentifierKind } from './finding';

/** A number counts as labelled if one of the words stands before it. */
export interface NumberLabel {
  readonly kind: IdentifierKind;
  readonly tier: 'block' | 'warn';
  /** The words, blank between. */
  readonly words: string;
  /** The value must have at least this many digits. */
  readonly digits: number;
  /** The label is also an ordinary word and needs `number`, `no`, `#` or `id` after it, or seven digits. */
  readonly needsNumberWord?: true;
  /** The word before the label must be one of these. */
  readonly after?: readonly string[];
}

const block = { tier: 'block', digits: 4 } as const;
const announced = { ...block, needsNumberWord: true } as const;

const LABELS: readonly NumberLabel[] = [
  { ...block, kind: 'social-security-number', words: 'ssn ssns itin socialsecurity' },
  { ...block, kind: 'social-security-number', words: 'security sec', after: ['social', 'soc'] },
  {
    ...block,
    kind: 'social-security-number',
    words: 'social',
    after: ['of', 'her', 'his', 'their', 'the', 'pts'],
  },
  { ...block, kind: 'social-security-number', words: 'social soc ss sin tin ein fein ssan nhs', digits: 9 },
  // identity numbers of other countries
  {
    ...block,
    kind: 'record-number',
    words: 'bsn curp rfc dni nie cpf rut pps chi cnp ohip personnummer ihi oln icn tcn aadhaar',
    digits: 7,
  },
  {
    ...block,
    kind: 'record-number',
    words: 'mrn mrns emrn umrn e-mrn mrnumber mrno mrnum medrecno csn empi medrec',
    digits: 3,
  },
  {
    ...block,
    kind: 'record-number',
    words: 'chart dossier uhid encounter enc accession har fin pid patid ptid edipi docket',
  },
  {
    ...block,
    kind: 'record-number',
    words: 'wristband armband badge requisition',
    digits: 4,
  },
  {
    ...announced,
    kind: 'record-number',
    words:
      'record records patient pt hospital hosp visit mr specimen path pathology slide tracking order employee episode nhs subject participant inmate rx prescription report incident visa national health debit amex mastercard hsa fsa eob',
  },
  { ...announced, kind: 'record-number', words: 'rec emr ehr epic' },
  { ...block, kind: 'record-number', words: 'record records rec', after: ['medical', 'med', 'health'] },
  { ...announced, kind: 'record-number', words: 'case', digits: 5 },
  {
    ...block,
    kind: 'account-number',
    words: 'account acct policy subscriber mbi hicn hic claim guarantor iban cin medi-cal',
  },
  {
    ...announced,
    kind: 'account-number',
    words:
      'acc a/c member memb mem medicare medicaid insurance ins plan group grp sub pol auth authorization precert pre-auth preauth clm mbr beneficiary insured invoice bill card billing aetna cigna humana payer tricare bcbs uhc kaiser optum anthem guar comp wc routing',
  },
  { ...announced, kind: 'account-number', words: 'cross shield', after: ['blue'] },
  { ...announced, kind: 'license-number', words: 'certification registration' },
  { ...block, kind: 'license-number', words: 'certificate cert permit', digits: 5 },
  {
    ...block,
    kind: 'record-number',
    words: 'code reference ref locator card',
    after: [
      'confirmation',
      'denial',
      'appeal',
      'prior',
      'payer',
      'p2p',
      'peer',
      'claim',
      'case',
      'call',
      'decision',
      'referral',
      'access',
      'portal',
      'auth',
      'authorization',
      'booking',
      'approval',
      'record',
      'marijuana',
      'union',
    ],
  },
  { ...block, kind: 'license-number', words: 'npi upin dea passport passportno license licence lic dl cdl' },
  {
    ...block,
    kind: 'vehicle-number',
    words: 'plate plates tag placard',
    digits: 1,
    after: [
      'license',
      'licence',
      'number',
      'car',
      'vehicle',
      'vanity',
      'parking',
      'truck',
      'handicap',
      'van',
    ],
  },
  { ...announced, kind: 'vehicle-number', words: 'plate plates tag placard', digits: 2 },
  { ...block, kind: 'vehicle-number', words: 'vin' },
  {
    ...block,
    kind: 'phone-number',
    words:
      'phone phoned phones tel telephone cell cellphone mobile mob fax faxed ph call called calls callback text texted txt sms contact reach reachable reached dial dialed dialled ring rings rang voicemail vm message msg whatsapp facetime landline page paged',
    digits: 7,
  },
  {
    ...block,
    kind: 'phone-number',
    words:
      'pager pagers pg pgr bpr beeper beep bleep dect extn bleeped extension ext fax phone tel spectralink vocera voalte ascom paged',
  },
  { kind: 'device-serial', tier: 'warn', words: 'serial serials sn ser udi imei', digits: 2 },
  {
    kind: 'device-serial',
    tier: 'warn',
    words: 'device pump ipg generator implant',
    digits: 4,
    needsNumberWord: true,
  },
  { kind: 'postal-code', tier: 'warn', words: 'zip zips zipcode zipcodes postcode', digits: 3 },
  { kind: 'postal-code', tier: 'warn', words: 'code codes', digits: 5, after: ['zip', 'postal', 'post'] },
];

const labelsOfWord = new Map<string, NumberLabel[]>();
for (const label of LABELS) {
  for (const word of label.words.split(' '))
    labelsOfWord.set(word, [...(labelsOfWord.get(word) ?? []), label]);
}

/** The labels that a word in lower case is. */
export function labelsOf(key: string): readonly NumberLabel[] | undefined {
  return labelsOfWord.get(key);
}

/** Words that announce a number of whatever stands before them: `file no. 88213`, `tracking number …`. */
export const NUMBER_WORDS = setOf('number numbers num nr no id ids identifier');

/** What has a number that belongs to no person: products, codes, rooms, studies as a whole. */
export const NUMBERED_THINGS = setOf(`
  model part catalog catalogue cat ref reorder lot batch item product sku article cpt icd hcpcs ndc code codes procedure form page protocol irb grant
  trial nct program acgme course module ticket helpdesk version drg room bed bay locker lead level count dose total phase cohort tray kit size box
  pmid doi isbn gtin upc article volume issue po plt the a an of this that these any some what which one`);
