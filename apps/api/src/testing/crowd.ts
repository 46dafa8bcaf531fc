import { v7 as uuidv7 } from 'uuid';
import type { CatalogueIndex } from '@countersign/domain/catalogue';
import { keptContent, lifeOf, type DraftContent, type LineCorrection } from '@countersign/domain/entry';
import { DemoCases, type DemoCase } from '../demo/demo-case';
import { caseMixes } from '../demo/demo-mix';
import { DemoRandom } from '../demo/demo-random';
import type { DemoFellow, DemoSupervisor, RotationKind } from '../demo/demo-roster';
import { contentOf } from '../entries/entry-content';
import type {
  DecisionRow,
  EntryProcedureRow,
  EntryRow,
  EntryVersionRow,
  RatingRow,
} from '../entries/entry.row';
import { procedureFacts, versionFacts } from '../entries/procedure-facts';
import { standingOf } from '../entries/standing';
import type { NewProgram } from '../programs/set-up-program';
import { crowdRequirements } from './crowd-requirements';
import { NOON, TODAY, testProgram } from './test-program';

const DAY_MS = 86_400_000;
const SUPERVISORS = 10;
/** Days back that the entries of a fellow are spread over. */
const DAYS = 330;
const kinds = Object.keys(caseMixes) as RotationKind[];

/** What a crowd is made of. */
export interface CrowdSize {
  /** Keeps the names of several crowds apart, and draws their entries. */
  readonly seed: number;
  readonly fellows: number;
  /** Entries of each fellow. */
  readonly each: number;
}

/** The rows of one entry, as the product writes them; only its events are not made. */
export interface CrowdEntry {
  readonly entry: EntryRow;
  readonly version: EntryVersionRow;
  readonly procedures: readonly EntryProcedureRow[];
  readonly decisions: readonly DecisionRow[];
  readonly ratings: readonly RatingRow[];
}

/** A program of invented fellows with as many entries as are asked for. */
export class Crowd {
  readonly given: NewProgram;
  readonly programId: string;
  readonly directorId: string;
  readonly fellows: readonly DemoFellow[];
  readonly supervisors: readonly DemoSupervisor[];
  private readonly siteIds: readonly string[];
  private readonly random: DemoRandom;

  constructor(
    private readonly size: CrowdSize,
    private readonly catalogue: CatalogueIndex,
  ) {
    this.random = new DemoRandom(size.seed);
    const { id, given, people } = testProgram(`crowd-${size.seed}`, '');
    this.programId = id;
    this.directorId = people.director.id;
    this.siteIds = Array.from({ length: 3 }, () => uuidv7());
    this.fellows = Array.from({ length: size.fellows }, (_, nth): DemoFellow => {
      const slow = (nth % 5) / 10;
      const base = { baseSpecialty: 'Anesthesiology', habit: 'same-day', pace: 3 } as const;
      return { id: uuidv7(), name: `Fellow ${nth}`, skill: 0.4 - slow, growth: 0.6 - slow / 2, ...base };
    });
    this.supervisors = Array.from({ length: SUPERVISORS }, (_, nth): DemoSupervisor => {
      return { id: uuidv7(), name: `Supervisor ${nth}`, sites: [0, 1, 2], leaning: nth / 20 - 0.2, days: 2 };
    });
    const held = { fromOn: '2025-01-01', toOn: '2027-06-30' };
    const person = (one: DemoFellow | DemoSupervisor, role: 'fellow' | 'supervisor') => ({
      ...{ id: one.id, name: one.name, email: `${one.id}@crowd.example`, passwordHash: null },
      ...{ baseSpecialty: 'baseSpecialty' in one ? one.baseSpecialty : '', roles: [{ role, ...held }] },
    });
    this.given = {
      ...given,
      people: [
        { ...people.director, passwordHash: null },
        ...this.fellows.map((one) => person(one, 'fellow')),
        ...this.supervisors.map((one) => person(one, 'supervisor')),
      ],
      sites: this.siteIds.map((siteId, nth) => ({ id: siteId, name: `Site ${nth}`, setting: 'asc' })),
      rotations: this.fellows.map(({ id: fellowId }) => ({
        ...{ fellowId, siteId: this.siteIds[0] ?? '', name: 'Interventional', service: 100 },
        ...{ fromOn: '2025-12-01', toOn: '2027-06-30' },
      })),
      requirements: crowdRequirements(catalogue),
      noFactors: true,
    };
  }

  /** The entries of all its fellows, one after another. */
  *entries(): Generator<CrowdEntry> {
    const roster = { supervisors: this.supervisors, siteIds: this.siteIds };
    for (const fellow of this.fellows) {
      const cases = new DemoCases(this.random, this.catalogue, roster);
      for (let nth = 0; nth < this.size.each; nth += 1) {
        const daysAgo = DAYS - Math.floor((nth * DAYS) / this.size.each);
        const at = NOON - daysAgo * DAY_MS;
        const kind = kinds[Math.floor(daysAgo / 28) % kinds.length] ?? 'asc';
        const on = new Date(at).toISOString().slice(0, 10);
        if (on >= TODAY) throw new Error('what is logged was done before today');
        yield this.entry(fellow, { one: cases.next({ fellow, on, kind, site: nth % 3 }), at, daysAgo });
      }
    }
  }

  private entry(
    { id: fellowId }: DemoFellow,
    { one, at, daysAgo }: { one: DemoCase; at: number; daysAgo: number },
  ): CrowdEntry {
    const { programId, catalogue } = this;
    const id = uuidv7();
    const content = wordless(contentOf({ ...one.body, then: 'submit' }));
    const key = { programId, entryId: id, number: 1 };
    const version: EntryVersionRow = {
      ...{ ...key, edition: catalogue.catalogue.edition, rotation: 'Interventional' },
      ...{ content: keptContent(content, noWords), ...versionFacts(content, catalogue) },
      ...{ createdAt: at, submittedAt: at, lateDays: null },
    };
    const decisions = this.decisions({ ...key, fellowId, byId: one.supervisor.id, at, daysAgo }, content);
    const [said] = decisions;
    const state = stateAfter(said?.kind);
    const place = { state, fellowId, supervisorId: one.supervisor.id, number: 1 };
    const { approvedNumber, ...life } = lifeOf(place, decisions);
    const standing = standingOf({ ...life, approvedNumber }, [version]);
    const entry: EntryRow = {
      ...{ programId, id, fellowId, state, number: 1, approvedNumber, assignedId: null, voidReason: null },
      ...{ ...standing, revision: 1 + decisions.length, firstSubmittedAt: at, createdAt: at },
    };
    const ratings = said?.kind === 'approved' ? ratingsOf(said, one) : [];
    const procedures = procedureFacts({ ...key, fellowId, content: version.content }, catalogue);
    return { entry, version, procedures, decisions, ratings };
  }

  /** What was sent lately waits more often than what is old; of the rest nearly all is approved. */
  private decisions(
    of: Pick<DecisionRow, 'programId' | 'entryId' | 'number' | 'fellowId' | 'byId' | 'at'> & {
      daysAgo: number;
    },
    content: DraftContent,
  ): DecisionRow[] {
    const { daysAgo, at, ...key } = of;
    if (this.random.chance(daysAgo < 10 ? 0.5 : 0.01)) return [];
    const isReturned = this.random.chance(0.03);
    return [
      {
        ...{ ...key, id: uuidv7(), slot: 'decision', live: 1, kind: isReturned ? 'returned' : 'approved' },
        ...{ onBehalfOfId: null, at: at + this.random.int(1, 20) * 3_600_000, undoneAt: null, batchId: null },
        corrections: isReturned ? [] : this.corrections(content),
        ...{ keepDoing: null, nextTimeText: null, reasonText: null },
        reasonCode: isReturned ? 'wrong-details' : null,
      },
    ];
  }

  private corrections({ procedures: [first] }: DraftContent): LineCorrection[] {
    if (first?.role !== 'performed' || !this.random.chance(0.03)) return [];
    return [{ position: 0, role: { recorded: 'performed', corrected: 'performed-part' } }];
  }
}

function stateAfter(kind: DecisionRow['kind'] | undefined): 'submitted' | 'approved' | 'returned' {
  return kind === 'approved' || kind === 'returned' ? kind : 'submitted';
}

function ratingsOf(
  { programId, id: decisionId, entryId, number }: DecisionRow,
  { helps }: DemoCase,
): RatingRow[] {
  const scope = new Set(helps).size > 1 ? 'each' : 'all';
  return helps.map((help, position) => ({
    ...{ programId, decisionId, entryId, number, position, help, nextTime: null, scope },
  }));
}

/** Words have a table and a life of their own, which nothing here is about. */
function wordless(content: DraftContent): DraftContent {
  const procedures = content.procedures.map(({ abortedReason: _words, ...procedure }) => procedure);
  return { ...content, procedures };
}

function noWords(): never {
  throw new Error('there are no words');
}
