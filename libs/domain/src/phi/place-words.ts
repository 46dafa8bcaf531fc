import { setOf } from './clinical-words';

/** An alternative of words, each of which may begin with a capital. The list has `|` between the words. */
export function eitherCase(words: string): string {
  const variants = words
    .split('|')
    .map((word) => word.trim())
    .map((word) =>
      /^[a-z]/.test(word) ? `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}` : word,
    );
  return `(?:${variants.join('|')})`;
}

/** Beginnings of the names of departments. */
const DEPARTMENT_STEM =
  /^(?:Neuro|Ortho|Onc|Card|Rad|Anes|Surg|Rheum|Rehab|Psych|Pulm|Neph|Endo|Hosp|Heme|Derm|Gastro|Uro|Gyn|Pedi)/;
/** Where patients come from inside the hospital, payers, makers of devices, languages, months: no places of residence. */
const NO_PLACES = setOf(`
  Obgyn Peds Palliative Medicine Medtronic Abbott Nevro Boston Saluda Stryker Home Hospice Nursing Assisted Primary Pain Trauma Spine
  Sports Pharmacy Internal Family Emergency Skilled Group Outside The Our Left Right Above Below Interventional Recovery Nutrition Dietary
  Transport Admitting Preop Postop Intake Walmart Amazon Employee Epic Cerner Kaiser Medicare Medicaid Tricare Aetna Cigna Humana Spanish
  French English Mandarin Cantonese Arabic Vietnamese Korean Russian Portuguese Tagalog Hindi Creole Somali Polish German Italian Bay Room
  Bed Floor Building Suite Tower Clinic Tuohy January February March April May June July August September October November December Monday
  Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tues Wed Thurs Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Prone
  Supine Severe Chronic Acute Bilateral Contrast Fluoro Plan Dr Mr Mrs Ms Covid Tylenol`);

/** Whether a capitalised word after a preposition is a department or something else that is no place of residence. */
export function isNoPlace(word: string): boolean {
  return NO_PLACES.has(word) || DEPARTMENT_STEM.test(word);
}

/** The name of a place: its first word may be a saint, a harbor or a point of the compass. */
export const PLACE_NAME =
  "(?:(?:St|Saint|Mt|Mount|Ft|Fort|San|Santa|Los|Las|La|El|New|North|South|East|West|Port|Lake|Upper|Lower|Old|Little|Big)\\.? )?(?:O'|Mc)?[A-Z][a-z]{2,24}(?: [A-Z][a-z]{2,24}){0,2}";

/** Second words of places. */
export const PLACE_SUFFIX =
  '(?:Falls|Gulch|Hollow|Creek|Springs|Valley|Heights|Beach|Harbor|Harbour|Island|Lake|Ridge|Grove|Junction|Crossing|Fork|Forks|Bluffs?|Mills?|Rapids|City|Village|Ranch|Hills?|Bend|Bay|River|Rock|Flats?|Prairie|Canyon|Mesa|Pass|Cove|Landing|Ferry|Center|Corners?|Town|Park|Woods|Meadows|Glen|Haven|Shores?|Reservation|County|Township|Parish|Borough|High|Elementary|Middle|Baptist|Foundry|Prison|Jail)';

/** States and countries: larger than what Safe Harbor protects. */
const LARGE_PLACES: ReadonlySet<string> = new Set(
  `
  Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|
  Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|
  New Mexico|New York|New England|New Zealand|North Carolina|South Carolina|North Dakota|South Dakota|North Korea|South Korea|South Africa|
  North America|South America|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|Washington|
  Wisconsin|Wyoming|America|Canada|Mexico|Cuba|Haiti|Jamaica|Brazil|Peru|Chile|Colombia|Venezuela|Ecuador|Guatemala|Honduras|Salvador|
  El Salvador|Nicaragua|Panama|Puerto Rico|England|Britain|Scotland|Ireland|Wales|France|Germany|Italy|Spain|Portugal|Poland|Greece|Turkey|
  Russia|Ukraine|Romania|Hungary|Sweden|Norway|Denmark|Finland|Iraq|Iran|Syria|Israel|Egypt|Morocco|Algeria|Nigeria|Ghana|Kenya|Ethiopia|
  Somalia|Sudan|Uganda|Congo|Afghanistan|Pakistan|India|Nepal|Bangladesh|China|Japan|Korea|Taiwan|Vietnam|Thailand|Laos|Cambodia|Burma|
  Philippines|Indonesia|Malaysia|Australia|Europe|Asia|Africa|Desert Storm`
    .split('|')
    .map((name) => name.trim()),
);

/** Whether a place is a state or larger, which may stay. */
export function isLargePlace(name: string): boolean {
  return LARGE_PLACES.has(name);
}

export const STATE_NAME =
  '(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|Wisconsin|Wyoming|Ontario|Quebec|Alberta|Mass\\.|Calif\\.|Penn\\.|Mich\\.|Minn\\.|Wisc\\.|Tenn\\.|Fla\\.|Tex\\.)';

/** Occupations and other words for a person: after these `from`, `in`, `of` or `near` leads to a place. */
export const OCCUPATION = `(?:[A-Za-z][a-z]{0,12}(?:man|men|woman|women|keeper|smith|owner|ologist|herder|wright|monger)|${eitherCase(`
  keeper|owner|postmaster|vicar|barista|member|lady|boy|girl|guy|gal|child|kid|teen|couple|family|folks|pt|patient|veteran|vet|teacher|farmer|nurse|driver|lawyer|attorney|pastor|
  preacher|minister|mayor|pilot|student|retiree|officer|carpenter|plumber|mechanic|baker|cook|chef|coach|priest|rabbi|imam|nun|monk|deacon|
  judge|cop|rancher|miner|logger|trucker|welder|electrician|painter|roofer|mason|builder|contractor|engineer|architect|accountant|banker|
  teller|cashier|clerk|waiter|waitress|bartender|barber|hairdresser|stylist|tailor|butcher|grocer|florist|dentist|optometrist|chiropractor|
  veterinarian|pharmacist|midwife|doula|paramedic|emt|sheriff|deputy|marshal|warden|guard|detective|soldier|sailor|marine|captain|colonel|
  senator|governor|councilor|librarian|principal|professor|tutor|janitor|custodian|superintendent|secretary|receptionist|realtor|jockey|
  golfer|skater|gymnast|dancer|ballerina|actor|actress|singer|musician|violinist|pianist|drummer|organist|artist|sculptor|potter|poet|
  writer|author|reporter|editor|photographer|model|athlete|quarterback|pitcher|wrestler|boxer|runner|cyclist|swimmer|surfer|skier|diver|
  winemaker|brewer|beekeeper|fisher|hunter|trapper|ranger|gardener|landscaper|undertaker|mortician|blacksmith|weaver|quilter|puppeteer|
  clown|magician|chief|leader|elder|wife|husband|widow|widower|sister|brother|mother|father|daughter|son|cousin|aunt|uncle`)})`;

/** Things that stand in a place. */
export const PLACE_NOUN = eitherCase(`
  town|village|city|hamlet|county|parish|suburb|borough|township|island|reservation|rez|tribe|ranch|farm|cabin|camp|church|school|mill|
  plant|mine|prison|jail|shelter|nursing home|group home|snf|rehab|facility|hospital|hospice|pharmacy|ER|pcp|accident|crash|wreck|collision|
  pileup|store|shop|diner|rodeo|marathon|parade|tornado|fire|shooting|council|commune|convent|monastery|orchard|vineyard|winery|dairy|
  lighthouse|marina|hometown|community|clinic|CVS|Walgreens|Walmart|SNF|PCP`);
