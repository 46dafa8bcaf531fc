/** A unit, a drug or a count right after a number: then the number is a dose, a size or a score. */
const UNIT =
  /^[ -]{0,2}(?:%|°|mg|mcg|ug|g\b|kg|ml|cc|l\b|units?|iu|u\b|meq|mmol|mm|cm|m\b|fr\b|ga?\b|gauge|hz|khz|v\b|ma\b|ua\b|us\b|ms\b|ohms?|psi|joules?|j\b|gy|mgy|bpm|mmhg|sec|secs|seconds?|s\b|min\b|mins|minutes?|h\b|hrs?|hours?|days?|weeks?|wks?|months?|mos?\b|years?|yrs?|x\b|cells?|cfu|k\b|degrees?|deg|levels?|contacts?|steps|feet|ft\b|pts?\b|patients|cases)/i;

/** Whether a text begins with a unit of measure. */
export function startsWithUnit(text: string): boolean {
  return UNIT.test(text);
}

/** A set of words from a list written with blanks between them. */
export const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/**
 * Eponyms of pain medicine, anesthesia and examination, and makers of devices, that are read as the thing and not as a
 * person. They never count as bare surnames; with a title (`Mr Parkinson`) they still count as names.
 */
export const EPONYMS = setOf(`
abbott acgme achilles adamkiewicz addison adson alcock aldrete allis alphatec alzheimer amgen ancef apfel apgar
apley arizona ashworth asipp aspn asra atrium baastrup babinski bankart barre barrett barthel bartholin bateman
bayer baylis beighton belbuca benzel bertolotti bier biomet biotronik boeck bogduk bonica borg boston botox bouchard
bovie bragard braun bromage brudzinski budapest buerger butrans caesar caesarean caprini carnett carolina chaddock
charcot charlson chassaignac chiari chiba child cleveland cochrane codman coggeshall colles conradi coolief cormack
cosman coude crohn crohns cushing cymbalta dakota dallas danlos dejerine delorme denis depuy dilaudid diros doppler
dreyfuss dupuytren dysport eagle ehlers epley epworth esmarch eterna faber fabre fajersztajn farfan finkelstein
finneson flowonix foley fontaine forrest fothergill frankel freiberg frohse froment gaenslen galeazzi gasser
gasserian gelpi genant georgia gerdy giemsa gillet girdlestone glasgow globus golgi gowers graf guillain guyon
haglund hallux halyard harkess hashimoto heberden hirayama hirschsprung hodgkin hoffa hollister homans horner
hounsfield houston hustead iovera isovue jamshidi jendrassik jobe jude kambin karnofsky kellgren kenalog kernig
kerrison kienbock kimberly kinesio kirschner klippel kocher korsakoff kummell labat lachman lachmann lasegue
latarjet lauge legg leksell lenke lhermitte libman likert lisfranc lugol luschka lyrica lysholm macintosh maigne
malgaigne mallampati mallinckrodt marcaine marfan marx mayfield mayo mcburney mcgill mcmurray meckel medrol
medtronic melzack menetrier meniere merck merit merkel metzenbaum meyerding minnesota mobitz modic montana monteggia
morquio mortise nachlas nalebuff nalu nass neer neurontin nevro nissen norco nurick ober oddi omnipaque oppenheim
ortolani osgood oswestry paget pajunk pancoast parkinson parsonage patellar pavlik penfield peng percocet perthes
petrissage pfirrmann pfizer phalen philadelphia philips pott prolene prometra quincke racz raj ramsay rankin raynaud
romberg roos roux rumack saint saluda sanofi scheuermann schizas schlatter schmorl schober schwann scotty seldinger
semmes sequard sever siemens sis sjogren sluijter sonosite sprengel sprotte spurling steinmann stimson stimwave
stinchfield struthers stryker suboxone sudeck takayasu tarlov tarsal teleflex tens teva thessaly tietze tinel
toradol touhy tourette trendelenburg trousseau tuohy valsalva versed vertiflex vertos vicodin virchow virginia
volkmann wallenberg wartenberg weitlaner wernicke whipple whitacre wilms wiltse winnie womac xeomin yankauer yeoman
yergason ziehl ziehm zimmer zollinger zung`);

/**
 * Surnames that also name a sign, a test, a tool or a school. They count as surnames unless a word of
 * {@link EPONYM_NOUNS} or a grade follows within three words.
 */
export const SHARED_EPONYMS = setOf(`
alcock allen andrews arnold baker barton baxter beatty beck becker bell bennett berger birmingham bishop braden
bristow brown bruns bryant buck burton cobb cohen cole cook cooper crawford davies dayton denver duke ely emery
ernest evans farmer ferguson finch fisher fortin foster fowler fuller garden gardner graves gray greene haines
hamilton hansen hardy harrington harris harrison hart hartel harvey hauser hawkins heller hill hilton hirsch hoffman
hoffmann holmes hoover hoyt hughes hunt hunter huntington jackson jansen jefferson johnson jones kaplan keith keller
kelly kemp kennedy kent king klein kohler krause lambert lange lawrence lewis lindner lister lloyd lowe ludloff luna
lund madison marshall martin masters mcgregor mckenzie mercer meyer miller monroe moore morris morse morton mosher
mueller murphy nelson newman newton norman norton oliver olsen osborne owen oxford pace palmer parker parks patrick
patterson pearson perkins phillips pierce porter ramsey reynolds ringer roland ross russell sanders schneider scott
sharp simpson sims smith speed stevens stewart stokes swan tanner taylor thomas thompson thomsen thomson turner
vance vaughan victoria waddell wagner walker wall wallace walther ward watson weaver weber wells west white williams
wilson winter wong wood woods wright yates young`);

/** Nouns that turn the surname in front of them into an eponym: `Allen test`, `Jackson table`, `Miller 2 blade`. */
export const EPONYM_NOUNS = setOf(`
angle anxiety approach arcade arch band blade block canal catheter clamp classic classification contracture criteria
criterion curve cyst depression disease drain dysplasia dystrophy elevator equation equivocal et exercise exercises
extension fascia fat-pad flexion foramen forceps fracture frame function ganglion grade hip hook index insoles
inventory knee lactate lamp landmarks law lesion ligament line maneuver manoeuvre method needle negative neuralgia
neuroma node nodes palsy paper paralysis phenomenon plane point position positive procedure program protocol
questionnaire ratio reflex repair retractor review ring rod rods rule sarcoma scale scissors score screw septum sign
signs solution space speculum splint stain stand stockings study syndrome table technique test tests tourniquet
traction triangle tube tumor type ulcer view waveform`);

/** A narrower list for any surname: after these nouns no patient is meant, whoever gave the name. */
export const CERTAIN_EPONYM_NOUNS = setOf(`
angle blade canal clamp classification contracture criteria cyst disease elevator et forceps fracture frame ligament
maneuver neuroma palsy phenomenon questionnaire reflex retractor scale score sign syndrome table test tests triangle`);

/** Words that stand capitalised after a cue without being a name. */
export const NOT_A_NAME = setOf(`
a able about above active acute admitted advised afebrile african after again aged agreed alert all also ambulating
american an and anesthesia anesthesiologist angiogram anterior anxious any appears approved april arabic are arms
arthrogram as asian asked assistant assisted at attending august awake aware back bed before bilateral black block
body both bring but by called calm came can cardiology cards care case caucasian caudal cell center cervical chart
chinese chose clinic clinician comes comfortable compatible complains conditional confirmed consent consented
considering contin continues cooperative coordinator could counseled december declined denied denies department
described did director discharged discussed distal does doing done dorsal due during eating ed education else
english epidural facet february fellow felt female few fine follow for frail french friday from gave general german
getting given good guided had happy has have he head her here high him his hispanic history home hospital id if
imaging in inferior informed initially injury instructed instructions insurance intern is it its january joint july
june just keep known korean last later lateral lay left less level lies likes lives long loved low lumbar lying male
manager march may medial medicaid medicare medicine meets might monday moved much name names needed needle needs
nerve neuro neurography neurosurgery new no non none not noted notes notified november now npo nurse nursing obese
october of off ok old on onc oncology only opted or oriented ortho orthopedics other our out over own pain patient
per pharmacy physician placed please points position positioned post posterior practitioner prefers prepped present
presented presents prior procedure prone provider proximal psychiatry psychology pt radiology ready received
referral referred refused rep reported reports requested requests resident rested resting restless returned returns
rheumatology right risk role russian sacral safe safety said sat satisfaction saturday saw says scan scanner score
sedated seems seen self sent september service services she should sitting sleeping sleepy so some soon spanish
spinal spine spoke stable staff started states still stopped strong student sulfate sunday superior supervised
supervisor supine surgeon surgery talked team tearful that the their then there these they this thoracic those
thursday to today told tolerated too took transfer transferred transport tuesday turned two unable under understands
up uses ventral very via vietnamese visit waited waiting walked walking wanted wants was we wednesday well went were
when while white who whose will wishes with without woke would yes you your`);

/** Endings of ordinary and clinical English words; few surnames outside the list have them. */
const ORDINARY_ENDING =
  /(?:ed|ing|ly|tion|sion|ment|ness|ity|ous|ical|ional|able|ible|itis|osis|asis|pathy|ectomy|otomy|ostomy|plasty|algia|emia|uria|opsy|ology|ologist|graphy|gram|scopic|scopy|ative|ful|less|ance|ence|caine|olol|pril|sartan|statin|mycin|cillin|azole|idine|amine|zepam|oxetine|pentin|balin|morphone|codone|profen|sone|olone)$/;

/** Whether a word looks like English or Latin of the clinic rather than a name. `key` is in lower case. */
export function looksOrdinary(key: string): boolean {
  return NOT_A_NAME.has(key) || EPONYMS.has(key) || ORDINARY_ENDING.test(key);
}
