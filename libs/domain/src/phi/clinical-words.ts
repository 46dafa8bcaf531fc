/** A unit, a drug or a count right after a number: then the number is a dose, a size or a score. */
const UNIT =
  /^[ -]{0,2}(?:%|°|mg|mcg|ug|g\b|kg|ml|cc|l\b|units?|iu|u\b|meq|mmol|mm|cm|m\b|fr\b|ga?\b|gauge|hz|khz|v\b|ma\b|ua\b|us\b|ms\b|ohms?|psi|joules?|j\b|gy|mgy|bpm|mmhg|sec|secs|seconds?|s\b|min\b|mins|minutes?|h\b|hrs?|hours?|days?|weeks?|wks?|months?|mos?\b|years?|yrs?|x\b|cells?|cfu|k\b|degrees?|deg|levels?|contacts?|steps|feet|ft\b|pts?\b|patients|cases)/i;

/** Whether a text begins with a unit of measure. */
export function startsWithUnit(text: string): boolean {
  return UNIT.test(text);
}

/** `300-600-1200` and `250-1000` are schedules of doses; a number of a person is seldom round in all its parts. */
export function isDoseSeries(found: string): boolean {
  return (found.match(/\d+/g) ?? []).every((part) => Number(part) % 25 === 0 && !/^0+$/.test(part));
}

/** A set of words from a list written with blanks between them. */
export const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/**
 * Eponyms of pain medicine, anesthesia and examination, and makers of devices, that are read as the thing and not as a
 * person. They never count as bare surnames; with a title (`Mr Parkinson`) they still count as names.
 */
export const EPONYMS = setOf(`
abbott acgme achilles adamkiewicz addison adson alcock aldrete allis alphatec alzheimer amgen ancef
apfel apgar apley aprill arizona ashworth asipp aspn asra atrium baastrup babinski bankart barre barrett
barthel bartholin bateman batson bayer baylis becton beevor behcet beighton belbuca benzel bertolotti
bezold bier biomet biotronik blalock bobath boeck bogduk bonica bonney borg boston botox bouchard bovie
bragard braun bristol bromage brudzinski brunnstrom budapest buerger bunnell burkitt butrans caesar
caesarean calve caprini carnett carolina carragee castellvi castroviejo chaddock charcot charlson
chassaignac chiari chiba child chvostek cleveland cloward cochrane codman coggeshall colles conradi
coolief cormack cosman costen coude cozen crohn crohns cushing cymbalta cyriax dakota dallas danis
danlos debakey dejerine delorme denis depuy dercum dilaudid diros doppler dreyfuss dupuytren durkan
dysport eagle ehlers eichhoff epley epworth esmarch eterna faber fabre fabry fajersztajn farfan felty
ficat finkelstein finneson flowonix foley fontaine fontan forestier forrest fothergill frankel freer
freiberg friedreich frohse froment gaenslen galeazzi ganz gasser gasserian gehrig gelpi genant georgia
gerdy giemsa gillet girdlestone glasgow globus golgi goutallier gowers gradenigo graf graston guedel
guillain gustilo guyon haglund hallpike hallux halyard harkess hashimoto heberden hibb hirayama
hirschsprung hodgkin hoffa hohmann hollister holter homan homans horner hounsfield houston hustead
iovera isovue ivor jamshidi jarisch jendrassik jobe jude kambin kapandji kaposi karnofsky kasai kehr
kellgren kenalog kernig kerrison kienbock kimberly kinesio kirschner klippel kocher korsakoff kummell
labat lachman lachmann laguerre lasegue latarjet lauge leeds lefort legg lehane leksell lenke lhermitte
libman lieou likert lisfranc lugol luschka lyrica lysholm macintosh macnab magerl magill maigne
malgaigne mallampati mallinckrodt mapleson marcaine marfan marx mayfield mayo mcburney mcgill mcmurray
meckel medrol medtronic melzack menetrier meniere merck merit merkel metzenbaum meyerding minnesota
mixter mobitz modic mohs mondor montana monteggia montreal morquio mortise nachlas naffziger nalebuff
nalu nass neer neurontin nevro nissen norco nottingham nurick nuss ober oddi omnipaque oppenheim
ortolani osgood oswestry outerbridge paget pajunk pancoast parkinson parsonage patellar pauwels pavlik
pavlov penfield peng penrose percocet perthes petrissage pfirrmann pfizer phalen philadelphia philips
pitkin platt pott prolene prolo prometra putti quincke racz raeder ragnell raj ramsay raney rankin
ravitch raynaud risser romberg roos roussouly roux rovsing rumack sachs saluda sanofi schatzker
scheuermann schizas schlatter schmorl schober schwann scotty seldinger sellick semmes senn sequard sever
siemens sis sjogren sluder sluijter sonosite sprengel sprotte spurling steinmann stimson stimwave
stinchfield struthers stryker suboxone sudeck takayasu tapia tarlov tarsal teleflex tens teva thessaly
tietze tinel tolosa tonnis toradol torg toronto touhy tourette travell trendelenburg trousseau tuffier
tuohy valsalva vancouver venturi versed vertiflex vertos vicodin virchow virginia volkmann waldenstrom
wallenberg wartenberg weitlaner wernicke whipple whitacre wilms wiltse winnie womac woodson xeomin
yankauer yeoman yergason yocum ziehl ziehm zimmer zollinger zung`);

/**
 * Surnames that also name a sign, a test, a tool or a school. They count as surnames unless a word of
 * {@link EPONYM_NOUNS} or a grade follows within three words.
 */
export const SHARED_EPONYMS = setOf(`
adams alcock alexander allen altman andrews arnold baker barton baxter beatty beck becker bell bennett
berger birmingham bishop blake braden bristow brown bruns bryant buck burton clarke cobb cohen cole cook
cooper crawford cullen davies dayton denver dickinson duke eaton ely emery ernest evans ewing farmer
ferguson finch fisher fortin foster fowler frazier fuller garden gardner gerber graves gray greene
haines halsted hamilton hansen hardy harrington harris harrison hart hartel hartmann harvey hauser
hawkins heller hill hilton hirsch hoffman hoffmann holmes hoover hoyt hudson hughes hunt hunter
huntington jackson jansen jefferson johnson jones kaplan keith keller kelly kemp kennedy kent king klein
kohler krause lambert lange lawrence lewis lindner lister lloyd lowe ludloff luna lund madison maitland
mann marshall martin masters mcgregor mckenzie mercer meyer miller monroe montgomery moore morris morse
morton mosher mueller mulligan murphy nelson newman newton norman norton obrien odom oliver olsen
osborne owen oxford pace palmer parker parks patrick patterson pearson perkins phillips pierce poole
porter potts pratt ramsey reiter reynolds ringer rockwood roland ross russell russian sanders schneider
scott sharp simons simpson sims smith speed stevens stewart stokes swan tanner taylor thomas thompson
thomsen thomson travis turner vance vaughan victoria waddell wagner walker wall wallace walther ward
watkins watson weaver weber weiss wells west white whitney wilk williams wilson winter wong wood woods
wright yates young`);

/** Nouns that turn the surname in front of them into an eponym: `Allen test`, `Jackson table`, `Miller 2 blade`. */
export const EPONYM_NOUNS = setOf(`
airway angle anxiety approach arcade arch band bar blade block blue canal catheter chorea clamp classic
classification clip clips compression contracture criteria criterion curve cyst depression discogram
disease drain drains dysplasia dystrophy elevator equation equivocal esophagectomy et exercise exercises
extension fascia fat-pad flexion foramen forceps forward fracture frame function gait ganglion grade
grades hemostat hip hook incision index insoles inventory knee lactate lamp landmarks law lesion lesions
ligament line maneuver manoeuvre mask method mobilization mobilizations monitor mosquito needle negative
neuralgia neuroma node nodes osteotomy palsy paper paralysis phenomenon pickup pickups plane plexus
point position positive procedure program protocol questionnaire ratio reflex repair resection retractor
reversal review ring rod rods rule sarcoma scale scissors score screw septum shunt sign signs sinus
solution space speculum splint spreader squats stain stand stockings study suction suture syndrome table
technique test tests tourniquet traction triangle tube tumor type ulcer view waveform zone`);

/** A narrower list for any surname: after these nouns no patient is meant, whoever gave the name. */
export const CERTAIN_EPONYM_NOUNS = setOf(`
angle blade canal clamp classification contracture criteria cyst disease elevator et forceps fracture
frame ligament maneuver neuroma osteotomy palsy phenomenon questionnaire reflex retractor sarcoma scale
score shunt sign syndrome table test tests triangle tumor`);

/** Words that stand capitalised after a cue without being a name. */
export const NOT_A_NAME = setOf(`
a able about above activated active acute admitted advised advocate aetna afebrile african after again
aged agreed alarm alert all also ambulating american an and anesthesia anesthesiologist angiogram
anterior anthem anxiety anxious any appears approved april arabic are arms arthrogram as asian asked
assistant assisted at attending attorney august awake aware back bed before bilateral black block board
body both bring brother but by called calm came can cardiology cards care case caucasian caudal cell
center centered cervical chart chinese chiropractor choice chose cigna clinic clinician coach comes
comfort comfortable committee company compatible complains compliance conditional confirmed consent
consented considering consultant contin continues controlled cooperation cooperative coordinator could
counseled counselor count court dad daughter december declined denied denies dentist department derm
described diary did director discharged discussed distal does doing done dorsal draped due during eating
ed education else employer english epidural everybody everyone facet factors father february feedback
fellow felt female few fine floor flow follow for frail french friday from gave gender general german
getting given global goal goals good guided guideline guidelines gyn gynecology habitus had handoff
happy has have he head height heme her here high him his hispanic history home hospital humana husband
icu id if imaging in inferior informed initially injury instructed instructions insurance intern is it
its january joint july june just keep known korean last later lateral lawyer lay left less level lies
likes lives load long loved low lumbar lying machine male manager manufacturer march may medial medicaid
medicare medicine meets might mom monday monitor mother motion moved movement much name names needed
needle needs nephro nerve neuro neurography neurology neurosurgery new no nobody non none not noted
notes notified november now npo number nurse nursing obese october of off ok old on onc oncology only
opted or oriented ortho orthopedics other our out outcome outcomes over own pain parents partner patient
payer pediatrics peds per pharm pharmacy physician placed please points policy portal position
positioned post posterior practitioner preference prefers pregnant prepped present presented presents
prior procedure programmer prone protocol provider proximal psych psychiatry psychology pt pulm
radiologist radiology ready received referral referred refused remote rep report reported reports
requested requests resident rested resting restless returned returns rheum rheumatology right risk role
russian sacral safe safety said sat satisfaction saturday saw says scan scanner school score screen
sedated seems seen selection self sent september service services setup sex she should sister sitting
size sleeping sleepy so software some somebody someone son soon spanish specific spinal spine spoke
sponsor spouse stable staff started states still stopped strong student sulfate sunday superior
supervised supervisor supine surgeon surgery survey talked team tearful tech that the their then
therapist there these they this thoracic those thursday to today told tolerance tolerated too took
transfer transferred transport tricare tuesday turned two unable under understands up uro urology uses
vendor ventral very via vietnamese visit vitals volume waited waiting walked walking wanted wants ward
was we wednesday weight well went were when while white who whose wife will wishes with without woke
would yes you your`);

/** Endings of ordinary and clinical English words; few surnames outside the list have them. */
const ORDINARY_ENDING =
  /(?:ed|ing|ly|tion|sion|ment|ness|ity|ous|ical|ional|able|ible|itis|osis|asis|pathy|ectomy|otomy|ostomy|plasty|algia|emia|uria|opsy|ology|ologist|graphy|gram|scopic|scopy|ative|ful|less|ance|ence|caine|olol|pril|sartan|statin|mycin|cillin|azole|idine|amine|zepam|oxetine|pentin|balin|morphone|codone|profen|sone|olone)$/;

/** Whether a word looks like English or Latin of the clinic rather than a name. `key` is in lower case. */
export function looksOrdinary(key: string): boolean {
  return NOT_A_NAME.has(key) || EPONYMS.has(key) || ORDINARY_ENDING.test(key);
}
