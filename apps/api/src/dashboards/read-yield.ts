import { Inject, Injectable } from '@nestjs/common';
import { isCivilDate, isWithin, windowStart, type Stretch } from '@countersign/domain/calendar';
import { stateCounts, yieldBySource, yieldSpan, type SourceYield } from '@countersign/domain/competency';
import { monthsOfAll, plannedDays, weeksBySite } from '@countersign/domain/people';
import type { SpanQuery } from '@countersign/contracts/dashboards/bodies';
import type {
  RotationYieldView,
  SourceYieldView,
  SupervisorYieldView,
  YieldView,
} from '@countersign/contracts/dashboards/yield-views';
import { Catalogues } from '../catalogue/catalogues';
import { KeptFacts } from '../competencies/kept-facts';
import type { StoredFact } from '../competencies/program-facts';
import type { Reading } from '../db/context';
import { RoleRow } from '../people/person.row';
import { grouped } from '../platform/grouped';
import { problem } from '../platform/problem';
import { namesIn, type Names } from '../programs/names';
import { RotationRow } from '../programs/program.row';
import { Programs, todayAt } from '../programs/programs';
import { unloggedDays, type FellowInSpan } from './unlogged-days';

type YieldFact = StoredFact['fact'];

/** Where the cases of a program come from. */
@Injectable()
export class ReadYield {
  constructor(
    @Inject(Programs) private readonly programs: Programs,
    @Inject(Catalogues) private readonly catalogues: Catalogues,
    @Inject(KeptFacts) private readonly kept: KeptFacts,
  ) {}

  /**
   * Of everybody who was a fellow in the span, also of those who have left. No rating is in it.
   * @throws ProblemException `people/impossible-date`, `people/reversed`
   */
  async run(view: Reading, programId: string, asked: SpanQuery): Promise<YieldView> {
    const program = await this.programs.load(view, programId);
    const today = todayAt(program, view);
    const roles = await view.manager.findBy(RoleRow, { programId });
    const training = roles.filter(({ role }) => role === 'fellow');
    const span = spanOf(asked, training, today);
    const fellows = await this.fellowsIn(view, programId, { training, span });
    const facts = fellows.flatMap((fellow) => fellow.facts);
    const names = await namesIn(view, programId);
    const sites = rotationsBySite(fellows, span);
    const { groups } = this.catalogues.index(program.catalogueEdition).catalogue;
    return {
      ...{ asOfOn: today, ...span },
      groups: groups.map(({ id, name }) => ({ id, title: name })),
      sites: byName(
        withThose(
          yieldBySource(facts, ({ siteId }) => siteId),
          [...sites.keys()],
        ).map((one) => {
          const rotations = sites.get(one.sourceId);
          return { ...sourceView(one, names), ...(rotations && { rotations }) };
        }),
      ),
      supervisors: byName(
        yieldBySource(facts, ({ supervisorId }) => supervisorId).map((one): SupervisorYieldView => {
          const held = roles.filter(
            ({ personId, role }) =>
              personId === one.sourceId && (role === 'supervisor' || role === 'director'),
          );
          return {
            ...sourceView(one, names),
            months: monthsOfAll([held, training], withinRoles(span, held)),
          };
        }),
      ),
      unlogged: unloggedDays(fellows, { span, today, names }),
    };
  }

  private async fellowsIn(
    view: Reading,
    programId: string,
    { training, span }: { readonly training: readonly RoleRow[]; readonly span: Stretch },
  ): Promise<FellowInSpan[]> {
    const touching = training.filter(({ fromOn, toOn }) => fromOn <= span.toOn && span.fromOn <= toOn);
    const fellowIds = [...new Set(touching.map(({ personId }) => personId))];
    const kept = await this.kept.of(view, programId, fellowIds);
    const rotations = grouped(
      await view.manager.findBy(RotationRow, { programId }),
      ({ fellowId }) => fellowId,
    );
    return fellowIds.map((id) => ({
      id,
      facts: (kept.get(id)?.facts ?? [])
        .map(({ fact }) => fact)
        .filter(({ performedOn }) => isWithin(performedOn, span)),
      rotations: rotations.get(id) ?? [],
      leave: kept.get(id)?.circumstances.leave ?? [],
    }));
  }
}

/** The days that are asked for. No day after today is in them: nothing was done then. */
function spanOf({ fromOn, toOn }: SpanQuery, training: readonly Stretch[], today: string): Stretch {
  for (const on of [fromOn, toOn])
    if (on !== undefined && !isCivilDate(on)) throw problem('people/impossible-date');
  const usual = yieldSpan(training, today, windowStart(today, 12));
  const last = toOn === undefined || toOn > today ? today : toOn;
  const span = { fromOn: fromOn ?? (usual.fromOn < last ? usual.fromOn : windowStart(last, 12)), toOn: last };
  if (span.toOn < span.fromOn) throw problem('people/reversed');
  return span;
}

/** A span as far as roles reach, so that a century that somebody asks for is not walked through. */
function withinRoles({ fromOn, toOn }: Stretch, held: readonly Stretch[]): Stretch {
  const first = held.map((one) => one.fromOn).sort()[0] ?? toOn;
  return { fromOn: first > fromOn ? first : fromOn, toOn };
}

/** What rotations at each site of the span gave. */
function rotationsBySite(
  fellows: readonly FellowInSpan[],
  span: Stretch,
): ReadonlyMap<string, RotationYieldView> {
  const sites = new Map<string, { weeks: number; entries: number }>();
  const add = (siteId: string, weeks: number, entries: number): void => {
    const before = sites.get(siteId) ?? { weeks: 0, entries: 0 };
    sites.set(siteId, { weeks: before.weeks + weeks, entries: before.entries + entries });
  };
  for (const { facts, rotations, leave } of fellows) {
    for (const [siteId, weeks] of weeksBySite(plannedDays({ rotations, leave }, span))) add(siteId, weeks, 0);
    for (const [siteId, entries] of entriesInRotation(facts, rotations)) add(siteId, 0, entries);
  }
  return sites;
}

/** Approved entries in patients, by site, that a fellow did where a rotation was on that day. */
function entriesInRotation(
  facts: readonly YieldFact[],
  rotations: readonly RotationRow[],
): ReadonlyMap<string, number> {
  const there = facts.filter(
    ({ siteId, performedOn, status, simulation }) =>
      !simulation &&
      stateCounts(status) &&
      rotations.some((one) => one.service > 0 && one.siteId === siteId && isWithin(performedOn, one)),
  );
  const entries = grouped(there, ({ siteId }) => siteId);
  return new Map(
    [...entries].map(([siteId, own]) => [siteId, new Set(own.map(({ entryId }) => entryId)).size]),
  );
}

/** With those as well that gave nothing. */
function withThose(sources: readonly SourceYield[], ids: readonly string[]): SourceYield[] {
  const silent = ids.filter((id) => !sources.some(({ sourceId }) => sourceId === id));
  const nothing = { entries: 0, waiting: 0, fellows: 0, procedures: 0, firstOperator: 0 };
  return [
    ...sources,
    ...silent.map((sourceId) => ({ ...nothing, sourceId, endedOtherwise: 0, simulations: 0, groups: [] })),
  ];
}

function sourceView({ sourceId, ...counts }: SourceYield, names: Names): SourceYieldView {
  return { source: names.person(sourceId), ...counts, groups: [...counts.groups] };
}

function byName<Source extends SourceYieldView>(sources: readonly Source[]): Source[] {
  return sources.toSorted((one, other) => one.source.name.localeCompare(other.source.name, 'en'));
}
