/**
 * A unit or a count right after a number: then the number is a dose, a size or a score. No units of one letter: they
 * would excuse `3/14/24 s/p fall` or a phone number before `L side`.
 */
const UNIT =
  /^[ -]{0,2}(?:%|°|(?:mg|mcg|ug|kg|ml|cc|units?|iu|meq|mmol|mm|cm|fr|ga|gauge|hz|khz|ohms?|psi|joules?|gy|mgy|bpm|mmhg|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|wks?|months?|mos|years?|yrs?|cells?|cfu|copies|degrees?|deg|levels?|contacts?|steps|feet|ft|patients|cases)\b)/i;

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
zwisch soapp-r scottie kirkpatrick nimbus waldeyer sublocade salonpas schroth willebrand leiden mainstay neuropathique kolb bloom dreyfus maslow bandura vygotsky knowles
quervain jannetta gehrig gehrigs rotterdam seattle logiq flextip perifix kinesiophobia douleur
abbott abram bair cobb constant-murley jamar mandarin metz murley strumpell nan acgme achilles adamkiewicz addison adie adson akin alcock aldrete allis alphatec alport
alzheimer amgen ancef angelman apfel apgar apley aprill argyll arizona asherman ashworth asipp asperger
aspn asra atrium auspitz baastrup babinski bado balthazar bankart barnsley barre barrett barthel
bartholin bartter bassini bateman batson baumann bayer baylis becquerel becton beevor beger behcet
beighton belbuca belgrade belsey benedikt bentall benzel benzon bernoulli bertolotti betz bezold
bickerstaff bier billroth binswanger biomet biot biotronik blakemore blalock blatchford boari boas
bobath bochdalek boeck boerhaave bogduk bohr bonica bonney borg boston bosworth botox bouchard bovie
boyden bragard braun breuer bricker bristol broca brodmann bromage brostrom broviac brudzinski
brunnstrom bruxelle budapest budd buerger bunnell burdach burkitt butrans buysse caesar caesarean calot
calve camper cantor caprini carnett caroli carolina carragee castellvi castleman castroviejo chaddock
chagas charcot charlson charnley charpy chassaignac chelly cherney cheyne chiari chiba chilaiditi child
chopart chrisman churg chvostek civinini clagett cleveland cloquet cloward cochrane codman coggeshall
colles collis conradi coolief coombs cormack cosman costen cotrel coude coulomb courvoisier cowden
coxsackie cozen creutzfeldt crigler crohn crohns cruveilhier curie cushing cymbalta cyriax dakota dallas
dandy danis danlos darier daroff dartos debakey dees dega dejerine delorme denis denonvilliers depuy
dercum digeorge dilaudid diros dobhoff doppler dreifuss dreyfuss dubin dubousset duchenne dupuytren
durkan duroziez dworkin dysport eagle ehlers eichhoff eloesser elsharkawy ender epley epworth erb
esmarch eterna exeter faber fabre fabry fairbank fajersztajn fanconi faraday farfan feil felty ficat
fick finkelstein finneson flechsig fleischner flowonix foley fontan forero forestier forrest
fothergill frankel freer freiberg friedreich frohse froin froment fukuda gaenslen galeazzi galen ganz
garrod gartland gasser gasserian gaucher gehrig gelpi genant georgia gerbershagen gerdy gerota ghon
giemsa gillet gimbernat girdlestone gitelman glasgow glisson globus gofeld golgi goll goodpasture
gottron goutallier gowers gradenigo graf graston groshong grynfeltt gubler guedel guillain gustilo guyon
hadzic haglund haldane hallpike hallux halyard hardinge harkess hashimoto hautant heberden heister
helweg henle henoch hering hertz heschl hesselbach hibb hippel hirayama hirschsprung hodgkin hoffa
hohmann hollister holter homan homans horner hounsfield houston hueter hume huntoon hurler hustead
ilfeld ilizarov iovera iselin isovue ivor jaccoud jamshidi janeway jarisch jatene jebsen jeghers
jendrassik jobe joplin joule jude judet kambin kapandji kaposi kapural karnofsky kasai kawasaki keefe
kehr kellgren kellie kenalog kerley kernig kernohan kerrison kienbock kimmelstiel kinesio
kirschner klinefelter klippel klumpke kocher koebner kono koplik korsakoff krabbe kraske kroenke
krukenberg kummell kussmaul kustner labat lachman lachmann laguerre landouzy langenbeck langerhans lanz
lapidus laplace larrey lasegue latarjet lauge ledderhose leeds lefort legg lehane leksell lenke leriche
letournel letterer lewy leydig lhermitte libman lichtenstein liddle liem lieou likert lindau lisfranc
lissauer loeser loeys lopresti lugol luque luschka lyme lyrica lysholm macintosh macnab maddrey magendie
magerl magill maigne mainz maisonneuve malecot malgaigne mallampati mallinckrodt mantoux mapleson
marcaine marfan marx mayfield maylard mayo mcardle mcburney mcgill mcmurray mcvay meckel medrol
medtronic meigs meissner mekhail melkersson melzack menetrier meniere merck merit merkel metzenbaum
meyerding minnesota mitrofanoff mixter mobitz mobius modic mohs mondor monro montana monteggia montreal
morgagni morison morquio morrey mortise mumford musset mustard nachlas naffziger najjar nalebuff nalu
narouze nass neelsen neer nernst nesbit neurontin nevro niemann nikolsky nissen nissl norco norwalk
nottingham nuhn nurick nuss ober oddi ogilvie ohm omnipaque onuf oppenheim ortolani osler
oswestry outerbridge pacini paget pajunk pancoast panner papanicolaou parinaud parkinson parsonage
pascal passik patau patellar patey pauwels pavlik pavlov peltier penfield peng penrose percocet perthes
petit petrissage peutz peyronie pfannenstiel pfirrmann pfizer phalen philadelphia philips pitkin
pittsburgh platt poiseuille pompe ponseti pott poupart prader preiser prolene prolo prometra puestow
purdue purkinje putti queckenstedt quincke racz radloff raeder ragnell rahm ramsay raney rankin
ranson ranvier rastelli rathmell ravitch raynaud recklinghausen refsum rendu rett rexed riedel rigler
rinne risser rockall roentgen rokitansky rolando romberg rontgen roos rotor roussouly roux rovsing
ruffini rumack sachs saluda sanfilippo sanofi santorini scarpa schatzker schatzki scheuermann schirmer
schizas schlatter schmorl schober schonlein schwann schwarzer scotty segond seinsheimer seldinger
sellick semmes semont sengstaken senn senning sequard sertoli sever sezary shealy shouldice siemens
sievert sinding sis sjogren sluder sluijter snaith snook sonosite sottas spielberger sprengel sprotte
spurling starling steinmann stimson stimwave stinchfield stoppa strayer struthers stryker studer sturge
suboxone sudeck sugarbaker sylvius takayasu tapia tardieu tarin tarlov tarsal taussig tay teleflex
tenckhoff tens teva thessaly tietze tillaux tinel tinetti toldt tolosa tonnis toradol torg toronto torr
touhy toupet tourette traube travell treitz trendelenburg trousseau tuffier tuohy tzanck uhthoff
unterberger valleix valsalva vancouver vater venturi versed vertiflex vertos vicodin vidian virchow
virginia vlaeyen volkmann waldenstrom wallenberg wartenberg wegener weil weitlaner wernicke westergren
westermark whipple whitacre willi wilms wiltse winnie wirsung womac woodson wrisberg xanthochromia
xeomin yankauer yeoman yergason yocum zenker ziehl ziehm zigmond zimmer zollinger zuckerkandl zung`);

/**
 * Surnames that also name a sign, a test, a tool or a school. They count as surnames unless a word of
 * {@link EPONYM_NOUNS} or a grade follows within three words.
 */
export const SHARED_EPONYMS = setOf(`
abrams adams alcock alexander allen altman andrews arnold austin bainbridge baker barton baxter beatty
beck becker bell bennett berger birmingham bishop blake blount boyle braden bragg brandt brenner bristow
brown bruns bryant buck burch burton caplan chamberlain clarke cobb cohen cole conn cook cooper corrigan
crawford cullen dalton davies dayton denver dickinson dietrich dietz douglas duke dunn durant eaton
edwards ellison ely emery epstein ernest evans ewing farmer ferguson finch fisher fitzpatrick fontaine fordyce furman fortin foster
fowler frazier frey fuller garden gardner gerber glenn graham graves gray greene gruber gunn haines
halsted hamilton hampton hansen hardy harrington harris harrison hart hartel hartmann harvey hauser
hawkins heller henry hickman hill hilton hirsch hoffman hoffmann holmes hoover hoyt hudson hughes hunt
hunter huntington hutchinson jackson jacobson jansen jewett jefferson jensen johns johnson jones kaplan katz keith
keller kelly kemp kennedy kent kerns king klein kohler krause ladd lambert lange larsen lawrence lawton
levin levine lewis lindner linton lister lloyd lowe ludloff luna lund madison maitland mallory mann
marshall martin mason masters mccracken mcgregor mckenzie mercer meyer millard miller mitchell monroe
montgomery moore morris morrison morse morton mosher mueller mulder mulligan murphy nelson newman newton noonan
norman norton norwood oakley obrien odom oliver olsen osborne osgood owen oxford pace palmer parker parks
patrick patterson pearson pemberton perkins petersen phillips pierce poole porter potter potts pratt
quinton raj ramsey regan reiter reynolds richmond ringer robertson rockwood roland rosenthal ross russell russian
rutherford sampson sanders schilling schneider scott sharp sheehan simons simpson sims skene smith speed
spitzer sternberg stevens stewart stokes strauss swan tanner taylor thomas thompson thomsen thomson
travis turner vance vaughan victoria vinson waddell wagner waldman walker wall wallace walther ward watkins
watson weaver weber webster weir weiss wells west white whitney wilk williams willis wilson winter wong
wood woods wright yates young`);

/** Double eponyms both of whose names are common surnames. */
export const EPONYM_PAIRS = setOf(`
eaton-lambert lambert-eaton wong-baker roland-morris stevens-johnson hawkins-kennedy jackson-pratt smith-petersen smith-robinson weaver-dunn watson-jones
anderson-hynes mallory-weiss austin-moore salter-harris grey-turner mann-whitney kaplan-meier bland-altman shapiro-wilk
kimberly-clark osgood-schlatter hosmer-lemeshow scott-huskisson miller-fisher sharp-purser emery-dreifuss henry-gauer bezold-jarisch`);

/** Nouns that turn the surname in front of them into an eponym: `Allen test`, `Jackson table`, `Miller 2 blade`. */
export const EPONYM_NOUNS = setOf(`
airway anastomosis angle anomaly anxiety approach arcade arch atrophy band bar blade block blue bundle
canal catheter chorea clamp classic classification clip clips compression contracture criteria criterion
curve cyst depression discogram disease drain drains duct dysplasia dystrophy effect elevator
encephalopathy equation equivocal esophagectomy et exercise exercises extension fascia fat-pad flexion
fold foramen forceps forward fossa fracture frame function gait ganglion gene grade grades hemostat
hernia hip hook incision index insoles inventory knee lactate lamp landmarks law lesion lesions ligament
line loop lymphoma malformation maneuver manoeuvre mask membrane method mobilization mobilizations
monitor mosquito murmur nail needle negative nephropathy neuralgia neuroma node nodes osteotomy palsy
paper paralysis phenomenon pickup pickups pin plane plexus point position positive pouch procedure
program prosthesis protocol pulse questionnaire ratio reflex reimplant repair resection respiration
retinopathy retractor reversal review ring rod rods rule sarcoma scale scissors score screw septum shunt
shunts sign signs sinus solution space speculum sphincter splint spreader squats stain stand stockings
study suction suture sutures syndrome table technique test tests tourniquet traction triangle tube tumor
tumour type ulcer valve view virus waveform waves zone neg pos tight class click grip brace collar orthosis hugger finger skin
scissors board lens wings drape causalgia vs atlas book textbook chapter arm dog stage fx fxs`);

/** A narrower list for any surname: after these nouns no patient is meant, whoever gave the name. */
export const CERTAIN_EPONYM_NOUNS = setOf(`
angle atlas blade book brace canal chapter clamp collar classification contracture criteria cyst disease elevator et forceps fracture
frame ligament maneuver neuroma osteotomy palsy phenomenon questionnaire reflex retractor sarcoma scale
score shunt sign syndrome table test tests triangle tumor fx fxs`);

/** Words that stand capitalised after a cue without being a name. */
export const NOT_A_NAME = setOf(`
multifidus iliacus sternocleidomastoideus scapulae teres infraspinatus supraspinatus subscapularis rhomboideus semispinalis longissimus iliocostalis
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
