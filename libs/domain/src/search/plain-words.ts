/**
 * Ordinary words that are one or two letters from a word of the catalogue and are meant as they are typed: `full` is no
 * slip for `fill`.
 */
export const plainWords: ReadonlySet<string> = new Set(
  (
    'able about above across active acute added adult afternoon again age aged agree all alone along already also ' +
    'always among another any anxious apart area around asked attending away awake baby back bad based because bed ' +
    'been before began behind being below beside best better between big bill body born both bottom boy bring broke ' +
    'build busy call called came can care case cash cast catch cause chair chance change chart check chief child ' +
    'clean clear close coach coat code cold come common cost could count course cover crash current daily date day ' +
    'days dead deal deep demo did different dinner direct discuss does dog done door dose double doubt down draw ' +
    'dress drill drive drop drug during each early easy edge eight else emergency empty end enough entire even ever ' +
    'every exact extra fail fair fall family far fast father feel fell felt female few field fifth file fine first ' +
    'five fixed flat floor flow focus follow food force form found four fourth free fresh friday from front full ' +
    'game gave general gentle girl give given goal goes going gone good great green grey group grow guess guest had ' +
    'half happen hard have heard heart heat heavy held hello help here high hold home hope hospital hour house how ' +
    'huge hurt idea into item jack join just keep kept kind knew know large last late later lead learn least leave ' +
    'less lets level lift light like likely line list little live local long look lose loss lost lots love low lunch ' +
    'made mail main make male man many march mark match matter may mean meant meet mess might mind mine minor minute ' +
    'miss mix moment monday month more morning most mother mouth move much must name near need never next nice night ' +
    'nine none noon normal note notes nothing now nurse off office often okay old once one only open order other our ' +
    'out over own page paid pair paper part pass past pay pending per phone pick piece place plain play plus point ' +
    'poor possible prior private proper pull push put quick quiet quite race rain raise ran rather reach ready real ' +
    'really reason rest return rich ride right ring rise road rock roll room rule run safe said same sand saturday ' +
    'save say says school second see seem seen self send sent serious set seven severe shape share sharp she short ' +
    'should show shut sick sign simple since single sister site sits six size skin sleep slow small smart smoke soft ' +
    'some son soon sorry sort sound space speak special spend spent split spot staff stage stand start state stay ' +
    'still stock stop store story strong student study such suit sunday supervised sure swap sweet table tail take ' +
    'taken talk tall team tell ten than thank thanks that their them then there these they thing think third this ' +
    'those though three through throw thursday tight till time times tip tired title today together told tomorrow ' +
    'tonight took tool top total touch tough toward town train treat tree tried tries trip true trust truth try ' +
    'tuesday turn twelve twice two type under unit until upon used user usual value very video view visit voice wait ' +
    'walk wall want wants war warm was wash watch water wave way weak wear wednesday week weight well went were west ' +
    'what wheel when where which while white who whole why wide wife wild will wind wish with without woman women ' +
    'word work world worse worst worth would write wrong wrote year years yes yet young your'
  ).split(' '),
);
