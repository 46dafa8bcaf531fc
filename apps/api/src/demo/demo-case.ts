import type { CatalogueIndex, CatalogueItem, ProcedureRole } from '@countersign/domain/catalogue';
import {
  settingFits,
  type AgeBand,
  type Help,
  type LevelAndSide,
  type Outcome,
  type SupervisionLevel,
} from '@countersign/domain/entry';
import type { LogEntryBody, ProcedureBody } from '@countersign/contracts/entries/bodies';
import { caseMixes, usualLevels } from './demo-mix';
import type { DemoRandom } from './demo-random';
import type { DemoFellow, DemoRoster, DemoSupervisor, RotationKind } from './demo-roster';

/** An invented encounter, with what its supervisor will say. */
export interface DemoCase {
  readonly body: Omit<LogEntryBody, 'id' | 'then'>;
  /** The help that the supervisor will rate, for each procedure. */
  readonly helps: readonly Help[];
  readonly supervisor: DemoSupervisor;
}

/** Where a case happens and to whom. */
export interface CaseSetting {
  readonly fellow: DemoFellow;
  readonly on: string;
  readonly kind: RotationKind;
  readonly site: number;
}

const ages: readonly (readonly [AgeBand, number])[] = [
  ['18-39', 18],
  ['40-64', 45],
  ['65-89', 34],
  ['90+', 1],
  ['1-17', 2],
];

/** Invents cases: what, in which part, how it went. Fellows get better at what they have done more often. */
export class DemoCases {
  private readonly done = new Map<string, number>();

  constructor(
    private readonly random: DemoRandom,
    private readonly catalogue: CatalogueIndex,
    private readonly roster: Pick<DemoRoster, 'supervisors' | 'siteIds'>,
  ) {}

  next(where: CaseSetting): DemoCase {
    const { random } = this;
    const mix = caseMixes[where.kind];
    const supervisor = random.one(this.roster.supervisors.filter((one) => one.sites.includes(where.site)));
    const first = this.item(random.weighted(mix.items));
    const second =
      first.kind === 'procedure' && random.chance(0.09) ? this.item(random.weighted(mix.items)) : undefined;
    const items = second && second.kind === 'procedure' && second.id !== first.id ? [first, second] : [first];
    const ease = this.ease(where.fellow, first, supervisor);
    const procedures = items.map((item) => this.procedure(item, ease));
    for (const item of items) this.count(where.fellow, item);
    return {
      supervisor,
      helps: items.map(() => helpAt(ease + random.noise() * 0.35)),
      body: {
        performedOn: where.on,
        siteId: this.roster.siteIds[where.site] ?? '',
        supervisorId: supervisor.id,
        setting: random.weighted(
          mix.settings.filter(([one]) => items.every((item) => settingFits(one, item))),
        ),
        painCategory: random.weighted(mix.painCategories),
        diagnosisGroup: random.weighted(mix.diagnosisGroups),
        ageBand: random.weighted(ages),
        simulation: first.kind === 'procedure' && random.chance(0.012),
        procedures,
      },
    };
  }

  private item(id: string): CatalogueItem {
    const item = this.catalogue.item(id);
    if (!item) throw new Error(`the demo's case mix names ${id}, which the catalogue does not have`);
    return item;
  }

  private count(fellow: DemoFellow, item: CatalogueItem): void {
    const key = `${fellow.id} ${item.id}`;
    this.done.set(key, (this.done.get(key) ?? 0) + 1);
  }

  /** How easily the fellow does this item now, on the scale of help 1 to 5. */
  private ease(fellow: DemoFellow, item: CatalogueItem, supervisor: DemoSupervisor): number {
    const own = this.done.get(`${fellow.id} ${item.id}`) ?? 0;
    const learned = 2.95 + fellow.skill + fellow.growth * 1.3 * Math.log(1 + own) - 0.25 * item.riskTier;
    return learned + supervisor.leaning + this.random.noise() * 0.3;
  }

  private procedure(item: CatalogueItem, ease: number): ProcedureBody {
    const { random } = this;
    const sides = item.sides.filter((side) => side !== 'midline');
    const side =
      sides.length === 0
        ? undefined
        : random.weighted(sides.map((one) => [one, one === 'bilateral' ? 1 : 2] as const));
    const levels = this.levels(item, side);
    const means = {
      ...(levels.length === 0 && side !== undefined && item.levels.length === 0 ? { side } : {}),
      ...(item.guidance[0] !== undefined
        ? { guidance: random.chance(0.85) ? item.guidance[0] : random.one(item.guidance) }
        : {}),
      levels,
      techniques: item.techniques.length > 0 && random.chance(0.7) ? [random.one(item.techniques)] : [],
    };
    const role = this.role(item, ease);
    const base = { itemId: item.id, ...means, role, supervision: this.supervision(ease), complications: [] };
    const selfHelp = random.chance(0.6) ? { selfHelp: helpAt(ease + 0.25 + random.noise() * 0.5) } : {};
    if (item.kind === 'experience') return base;
    const result = this.result(item, ease, role);
    const tookOver = result.outcome === 'supervisor-took-over' && selfHelp.selfHelp === 5;
    return { ...base, ...selfHelp, ...(tookOver ? { selfHelp: 4 } : {}), ...result };
  }

  private levels(item: CatalogueItem, side: LevelAndSide['side']): LevelAndSide[] {
    if (item.levels.length === 0) return [];
    const usual = usualLevels[item.id];
    const start = this.random.int(0, item.levels.length - 1);
    const places = usual
      ? this.random.one(usual)
      : item.levels.slice(start, start + (item.multiLevel && this.random.chance(0.4) ? 2 : 1));
    return places.map((level) => ({ level, ...(side === undefined ? {} : { side }) }));
  }

  private role(item: CatalogueItem, ease: number): ProcedureRole {
    const bar = ease - (item.riskTier === 3 ? 0.6 : 0) + this.random.noise() * 0.3;
    if (item.kind === 'experience') return bar < 2 ? 'assisted' : 'performed';
    if (bar < 1.5) return 'observed';
    if (bar < 2.0) return 'assisted';
    if (bar < 2.6) return 'performed-part';
    return ease > 4.9 && this.random.chance(0.06) ? 'taught' : 'performed';
  }

  private supervision(ease: number): SupervisionLevel {
    if (ease < 4.1) return 'direct';
    return this.random.weighted([
      ['direct', 4],
      ['indirect-immediate', 4],
      ['indirect-available', 1],
    ] as const);
  }

  private result(
    item: CatalogueItem,
    ease: number,
    role: ProcedureRole,
  ): Pick<ProcedureBody, 'outcome' | 'complications' | 'abortedReason'> {
    const { random } = this;
    const outcomes: readonly (readonly [Outcome, number])[] = [
      ['success', 94],
      ['supervisor-took-over', tookOverWeight(role, ease)],
      ['converted', 1],
      ['aborted', 0.8],
    ];
    const outcome = random.weighted(outcomes);
    const typical = item.typicalComplications.filter((id) =>
      [
        'vasovagal',
        'pain-flare',
        'intravascular-uptake',
        'transient-weakness',
        'superficial-bleeding',
        'dural-puncture',
        'hypotension',
      ].includes(id),
    );
    const complications = typical.length > 0 && random.chance(0.035) ? [random.one(typical)] : ['none'];
    return {
      outcome,
      complications,
      ...(outcome === 'aborted'
        ? { abortedReason: random.one(['patient asked to stop', 'access not possible', 'blood pressure']) }
        : {}),
    };
  }
}

/** Only what the fellow does can be taken over. */
function tookOverWeight(role: ProcedureRole, ease: number): number {
  if (role === 'observed' || role === 'assisted') return 0;
  return role !== 'taught' && ease < 3 ? 7 : 0.6;
}

function helpAt(ease: number): Help {
  return Math.min(5, Math.max(1, Math.round(ease))) as Help;
}
