import { Inject, Injectable } from '@nestjs/common';
import { hasChart, judgedCases, type Competency } from '@countersign/domain/competency';
import { checkChartDesign, DEFAULT_CHART_DESIGN, ruleOfDesign } from '@countersign/domain/statistics';
import type { SetChartBody } from '@countersign/contracts/curves/bodies';
import type { ChartSettingsView, CompetencyChartView } from '@countersign/contracts/curves/views';
import type { Reading, Tx } from '../db/context';
import { civilDateAt } from '../platform/clock';
import { must, problem } from '../platform/problem';
import { personView } from '../people/people';
import { namesIn, type Names } from '../programs/names';
import { ChartSettingRow } from './chart.row';
import { chartRuleView } from './curve-view';
import { requirementSetView } from './standing-views';
import { Standings, type FellowBasis, type Standing } from './standings';

/** A program with its fellows of today, and what was set for charts. */
interface ProgramCharts extends FellowBasis {
  readonly fellows: readonly Standing[];
  readonly rows: readonly ChartSettingRow[];
}

/** By which numbers the charts of a program are made. */
@Injectable()
export class ChartSettings {
  constructor(@Inject(Standings) private readonly standings: Standings) {}

  /** The newest setting of every competency that has a chart, of the set that is for everybody. */
  async all(view: Reading, programId: string): Promise<ChartSettingsView> {
    const standings = await this.standings.ofProgram(view, programId);
    const rows = await view.manager.find(ChartSettingRow, {
      where: { programId },
      order: { setAt: 'ASC', id: 'ASC' },
    });
    const names = await namesIn(view, programId);
    const { set, catalogue } = mostFellows(standings);
    return {
      requirementSet: requirementSetView(mostFellows(standings)),
      charts: set.competencies
        .filter(({ about }) => hasChart(about, catalogue.catalogue))
        .map((competency) => chartView(competency, { ...standings, rows }, names)),
    };
  }

  /**
   * An act of the director. It is for fellows without a judged case; whoever has one keeps what the charts were made by, so
   * that no signal is written anew. Sent twice it is one setting.
   * @throws ProblemException `access/not-found` for no competency with a chart, `chart/rates-reversed`,
   * `chart/limit-unattainable`, `chart/id-taken`
   */
  async set(tx: Tx, programId: string, { id, competencyId, ...design }: SetChartBody): Promise<void> {
    const known = await tx.manager.findOneBy(ChartSettingRow, { programId, id });
    if (known) {
      if (known.competencyId === competencyId && known.setById === tx.actor.personId) return;
      throw problem('chart/id-taken');
    }
    const standings = await this.standings.ofProgram(tx, programId);
    const { set, catalogue } = mostFellows(standings);
    const competency = set.competencies.find((one) => one.id === competencyId);
    if (!competency || !hasChart(competency.about, catalogue.catalogue)) throw problem('access/not-found');
    must(checkChartDesign(design));
    const { adequatePercent, inadequatePercent, horizon, falsePercent } = design;
    await tx.insert(ChartSettingRow, {
      ...{ programId, id, competencyId, adequatePercent, inadequatePercent, horizon, falsePercent },
      begunIds: begun(competency, standings.fellows).map(({ fellow }) => fellow.id),
      ...{ setById: tx.actor.personId, setAt: tx.now },
    });
    tx.record('chart.set', { programId, id }, {});
  }
}

/** The set by which most fellows are counted; what is for everybody where there is no fellow. */
function mostFellows(standings: Pick<ProgramCharts, 'fellows'> & FellowBasis): FellowBasis {
  const counted = standings.fellows.map(({ set }) => `${set.id} ${set.version}`);
  const times = (standing: FellowBasis) =>
    counted.filter((key) => key === `${standing.set.id} ${standing.set.version}`).length;
  return standings.fellows.toSorted((one, other) => times(other) - times(one))[0] ?? standings;
}

/** Fellows who have a judged case in the competency of their own set. */
function begun({ id }: Pick<Competency, 'id'>, fellows: readonly Standing[]): readonly Standing[] {
  return fellows.filter(({ set, facts }) => {
    const own = set.competencies.find((one) => one.id === id);
    return own !== undefined && judgedCases(own.about, facts).length > 0;
  });
}

function chartView(
  competency: Competency,
  { program, fellows, rows }: ProgramCharts,
  names: Names,
): CompetencyChartView {
  const setting = rows.findLast(({ competencyId }) => competencyId === competency.id) ?? null;
  const { adequatePercent, inadequatePercent, horizon, falsePercent } = setting ?? DEFAULT_CHART_DESIGN;
  const design = { adequatePercent, inadequatePercent, horizon, falsePercent };
  const kept = fellows.filter(({ fellow }) => setting?.begunIds.includes(fellow.id) === true);
  return {
    competencyId: competency.id,
    title: competency.title,
    setting: design,
    rule: chartRuleView({ design, setting, rule: ruleOfDesign(design) }, { program, names }),
    ...(setting === null
      ? {}
      : {
          setBy: names.person(setting.setById),
          setOn: civilDateAt(setting.setAt, program.timeZone),
        }),
    keptBy: kept.map(({ fellow }) => personView(fellow)),
    begun: begun(competency, fellows).length,
  };
}
