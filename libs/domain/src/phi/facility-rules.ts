import { setOf } from './clinical-words';
import { isCommonWord } from './common-words';
import { isNoPlace } from './place-words';
import { surnameClass } from './name-lexicon';
import { caught, type PatternRule } from './pattern-rule';

/** Second words of local practices and hospitals, so that the word before is their name. */
const FACILITY =
  '(?:Rehab(?:ilitation)?|Imaging|Radiology|Diagnostics|Surgery (?:Center|Ctr|Ctr\\.)|Surgical (?:Center|Ctr)|Surgicenter|Pain (?:Center|Ctr|Clinic|Management|Institute|Associates|Group)|Spine (?:Center|Ctr|Institute|Group)|Ortho(?:pedics|paedics)?|Physical Therapy|Urgent Care|Med(?:ical)? (?:Center|Ctr|Group|Associates)|Hosp(?:ital)?|General|Memorial|Regional|Nursing|Pharmacy|Dialysis|Chiropractic|Wellness|Clinic)';
/** What stands before those words without being a name. */
const NO_FACILITY_NAME = setOf(`
  outside inside our local community outpatient inpatient same day ambulatory home cardiac pulmonary vestibular aquatic pool hand spine pain sports
  general regional county city state university childrens children's veterans academic rural main the this that another other nearby new old
  advanced open standing mobile portable stat emergent interventional neuro women's womens pelvic short long skilled acute subacute sub-acute
  compounding specialty retail hospital mail pre post under with after before during diagnostic plain cross cross-sectional mri ct xray x-ray
  dental eye ent gi ortho orthopedic family primary urgent walk-in free methadone suboxone headache fellows resident residents teaching epidural`);
/** Large employers, most of whose names are words or names. */
const BUSINESS =
  'amazon|walmart|target|costco|fed ?ex|ups|usps|boeing|tesla|ford|walgreens|starbucks|google|apple|microsoft|kroger|safeway|lowes|home depot|best buy|mcdonalds|wendys|chipotle|subway|toyota|honda|gm|lockheed|raytheon|tyson|whole foods|trader joes|aldi|publix|wegmans|meijer|menards|dollar general';
const SAINT_OF_A_MAKER = setOf('jude judes');

/** Facilities and employers by their names (Safe Harbor A and B): smaller than a state, so they stay a warning. */
export const facilityRules: readonly PatternRule[] = [
  {
    kind: 'place',
    tier: 'warn',
    needs: setOf('at from to via thru through in by w with'),
    pattern: new RegExp(
      `\\b(?:[Aa]t|[Ff]rom|[Tt]o|[Vv]ia|[Tt]hru|[Tt]hrough|[Ww]ith|[Ww]\\/|[Bb]y|[Ii]n) (?:the )?([A-Z][a-z]{2,24}(?:'s)?)(?: [A-Z][a-z]{2,24})? ${FACILITY}(?![\\w-])`,
      'g',
    ),
    accept: (match) => isFacilityName(caught(match, 1)),
  },
  {
    kind: 'place',
    tier: 'warn',
    needs: setOf('st saint mt mount'),
    pattern:
      /\b(?:[Aa]t|[Ff]rom|[Tt]o|[Ii]n|[Vv]ia) (?:[A-Z][a-z]{2,24} )?(?:St\.?|Saint|Mt\.?|Mount) ([A-Z][a-z]{2,24}(?:'s?)?)(?![\w-])/g,
    accept: (match) => !SAINT_OF_A_MAKER.has(caught(match, 1).toLowerCase().replace("'", '')),
  },
  {
    kind: 'place',
    tier: 'warn',
    needs: setOf('manor acres nursing senior assisted jail general hospital memorial care villas prison'),
    pattern:
      /\b([A-Za-z]{4,24}) (?:manor|acres|villas|nursing home|senior living|assisted living|county jail|state prison|county hospital|memorial hospital|general hospital|care center|general(?= (?:with|w\/|for|er|ed|icu|floor|hospital)))(?![\w-])/gi,
    accept: (match) => isFacilityName(caught(match, 1)) || isCapitalisedInSentence(match),
  },
  {
    kind: 'place',
    tier: 'warn',
    needs: setOf(
      'work works worked working employed employer job drives driver employee warehouse whse worker',
    ),
    pattern: new RegExp(
      `\\b(?:work(?:s|ed|ing)?|job|employ(?:ed|er)(?: is)?|drives|driver|employee)(?: ?:)?(?: (?:at|for|by|with|in))?(?: the| a| an)? (?:${BUSINESS})\\b|\\b(?:${BUSINESS}) (?:driver|warehouse|whse|worker|employee|job)\\b`,
      'gi',
    ),
  },
  {
    kind: 'place',
    tier: 'warn',
    needs: setOf('work works worked working employed job'),
    pattern:
      /\b(?:[Ww]ork(?:s|ed|ing)?|[Jj]ob|[Ee]mployed) (?:at|for|by) (?:the |a |an )?([A-Z][A-Za-z'&-]{2,24})(?![\w-])/g,
    accept: (match) => !isNoPlace(caught(match, 1)) && !isCommonWord(caught(match, 1).toLowerCase()),
  },
  {
    kind: 'person-name',
    tier: 'warn',
    needs: setOf('employer employed work works worked drives drove job foreman'),
    pattern:
      /\b(?:[Ee]mployer(?: is| was|:)?|[Ee]mployed (?:by|at|with)|(?:[Ww]ork(?:s|ed|ing)?|[Dd]r(?:ives|ove)|[Jj]ob|[Ff]oreman) (?:for|at|with)) (?:the )?[A-Z][A-Za-z'&-]{2,24}(?: (?:&|and|[A-Z][A-Za-z'&-]{1,24})){0,2} (?:Plumbing|Lumber|Foods?|Trucking|Electric(?:al)?|Construction|Roofing|Logistics|Inc|LLC|Co|Corp|Bros|Brothers|Sons|Landscaping|Bakery|Farms?|Industries|Manufacturing|Mfg|Motors|Services|Transport|Freight|Builders|Supply|Steel|Diner|Auto|Paving|Masonry|Painting|Movers|Moving|Cleaners|Concrete|Hardware|Flooring|Mechanical|Drywall|Excavating|Towing|Warehouse|Dairy|Market|Deli|Catering|Bus|Express|Security|Salon|Realty)\b/g,
  },
];

function isFacilityName(name: string): boolean {
  const key = name.toLowerCase().replace(/'s$/, '');
  if (NO_FACILITY_NAME.has(key) || isNoPlace(name)) return false;
  return surnameClass(key) !== undefined || !isCommonWord(key) || SACRED.has(key);
}

/** `the staff at Sunrise Senior Living`: all its words have capitals. */
function isCapitalisedInSentence(match: RegExpExecArray): boolean {
  return (
    match.index > 0 &&
    /^(?:[A-Z][a-z]+ ?)+$/.test(match[0]) &&
    !NO_FACILITY_NAME.has(caught(match, 1).toLowerCase())
  );
}

/** Everyday words that hospitals are called by. */
const SACRED = setOf(
  'mercy providence trinity unity hope grace holy sacred good lady angels cross beacon liberty harbor summit valley lakeside riverside northside southside eastside westside midtown uptown downtown northgate southgate metro mercyhealth',
);
