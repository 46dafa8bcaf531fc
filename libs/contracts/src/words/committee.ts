import type { CommitteeOutcome } from '@countersign/domain/committee';
import type {
  CommitteeDecisionView,
  CommitteeView,
  DecidedMilestoneView,
  MilestoneView,
} from '../dashboards/committee-views';
import { counted } from './count';
import { personInWords } from './person';

/** What a committee decides on the training as a whole. */
export const committeeOutcomeWords: Readonly<Record<CommitteeOutcome, string>> = {
  continue: 'Continue as planned',
  'continue-with-plan': 'Continue, with a plan',
  'meet-sooner': 'Meet again sooner',
};

/** What the table of competencies shows, as its title: `3 of 12 at standard, 2 of them signed; 1 is worth a look`. */
export function committeeFinding({ competencies }: CommitteeView): string {
  const charted = competencies.filter(({ competence }) => competence.state !== 'not-charted');
  const atStandard = charted.filter(({ competence }) => competence.state === 'competent');
  const signed = competencies.filter((one) => one.signed === 'signed').length;
  const look = charted.filter(({ competence }) => competence.state.startsWith('concern')).length;
  const worth = look === 0 ? '' : `; ${look} ${look === 1 ? 'is' : 'are'} worth a look`;
  return `${atStandard.length} of ${charted.length} at standard, ${counted(signed, 'competency', 'competencies')} signed${worth}`;
}

/** How many milestones are decided, as the title of their table. */
export function milestonesFinding(decided: number, all: number): string {
  return `Milestones: ${decided} of ${all} decided`;
}

/** What the record suggests, or why nothing: `suggested 3.5, from 41 entries`. */
export function suggestionInWords({ suggested, entries, rated, raters }: MilestoneView): string {
  const evidence = `${counted(entries, 'entry', 'entries')}, ${counted(rated, 'rated case', 'rated cases')} by ${counted(raters, 'supervisor', 'supervisors')}`;
  return suggested === undefined
    ? `too little evidence to suggest: ${evidence}`
    : `suggested ${suggested}: ${evidence}`;
}

/** What was decided beside what was suggested: `2.5, lower than suggested (3)`. */
export function decidedInWords({ level, suggested }: DecidedMilestoneView): string {
  if (level === undefined) return 'cannot be said yet';
  if (suggested === undefined) return `${level}`;
  if (level === suggested) return `${level}, as suggested`;
  return `${level}, ${level < suggested ? 'lower' : 'higher'} than suggested (${suggested})`;
}

/** Who was there, or only how many where names are hidden. */
export function presentInWords({ present }: CommitteeDecisionView, namesHidden: boolean): string {
  return namesHidden
    ? counted(present.length, 'person', 'people')
    : present.map((one) => personInWords(one)).join(', ');
}
