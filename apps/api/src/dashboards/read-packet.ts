import { Inject, Injectable } from '@nestjs/common';
import { formatISO } from 'date-fns/formatISO';
import { subMonths } from 'date-fns/subMonths';
import { UTCDate } from '@date-fns/utc';
import { isAbout, stateCounts } from '@countersign/domain/competency';
import type { FellowCompetencyView } from '@countersign/contracts/curves/views';
import type { CommitteeView } from '@countersign/contracts/dashboards/committee-views';
import type { PacketQuery } from '@countersign/contracts/dashboards/bodies';
import { chartRuleView, curveView } from '../competencies/curve-view';
import { competencyNumbers, type CompetencyNumbers } from '../competencies/fellow-numbers';
import { Standings, type Standing } from '../competencies/standings';
import type { Reading } from '../db/context';
import { readTexts } from '../db/texts';
import { Names, namesIn } from '../programs/names';
import { blinded, hiding } from './blinded';
import { ReadCommittee } from './read-committee';

/** Months of the summary twice a year. */
const MONTHS = 6;

/** The learning curve of one competency with its numbers. */
export type PacketCurve = Pick<FellowCompetencyView, 'title' | 'competence' | 'competenceRule'> &
  Required<Pick<FellowCompetencyView, 'curve'>>;

/** What came in the last six months in one competency. */
export interface HalfYear {
  readonly title: string;
  /** Cases that count, of these months and of all. */
  readonly lately: number;
  readonly all: number;
  readonly need: number;
  /** Ratings of these months that the reader may know, each from 1 to 5; empty for who may not read any. */
  readonly helps: readonly number[];
}

/** All that a packet is drawn from. */
export interface Packet {
  readonly kind: PacketQuery['kind'];
  readonly isBlinded: boolean;
  readonly timeZone: string;
  readonly view: CommitteeView;
  /** Of competencies with enough judged cases to say something. */
  readonly curves: readonly PacketCurve[];
  /** First day of the six months, and what came in them. */
  readonly sinceOn: string;
  readonly halfYear: readonly HalfYear[];
}

/** Gathers what a packet shows. */
@Injectable()
export class ReadPacket {
  constructor(
    @Inject(ReadCommittee) private readonly committee: ReadCommittee,
    @Inject(Standings) private readonly standings: Standings,
  ) {}

  /** @throws ProblemException `access/not-found` */
  async run(
    view: Reading,
    of: { readonly programId: string; readonly fellowId: string },
    { kind, names: hidden }: PacketQuery,
  ): Promise<Packet> {
    const page = await this.committee.run(view, of);
    const standing = await this.standings.of(view, of);
    const names = await namesIn(view, of.programId);
    const numbers = competencyNumbers(standing);
    const { asOfOn, program } = standing;
    const sinceOn = formatISO(subMonths(new UTCDate(asOfOn), MONTHS), { representation: 'date' });
    const isBlinded = hidden === 'hidden';
    const texts = await readTexts(view, of.programId, []);
    const around = { program, names: isBlinded ? withoutAnybody(names) : names, texts };
    return {
      ...{ kind, isBlinded, sinceOn, timeZone: program.timeZone },
      view: isBlinded ? blinded(page, hiding(page.fellow.name, names.values())) : page,
      curves: standing.readsRatings ? numbers.flatMap((one) => curvesOf(one, around)) : [],
      halfYear: numbers.map((one) => halfYearOf(one, standing, sinceOn)),
    };
  }
}

function withoutAnybody(names: Names): Names {
  return new Names(
    [...names.keys()].map((id) => [id, 'the program'] as const),
    [],
  );
}

function curvesOf(
  { competency, competence, charted }: CompetencyNumbers,
  around: Parameters<typeof curveView>[1],
): PacketCurve[] {
  if (charted === null || charted.cases.length < charted.rule.fewestCases) return [];
  return [
    {
      ...{ title: competency.title, competence },
      competenceRule: chartRuleView(charted, around),
      curve: curveView(charted, around),
    },
  ];
}

function halfYearOf(
  { competency, volume, ahead }: CompetencyNumbers,
  { facts, readsRatings }: Standing,
  sinceOn: string,
): HalfYear {
  const cases = ahead()?.cases ?? [];
  const rated = facts.filter(
    (fact) =>
      fact.performedOn >= sinceOn &&
      !fact.simulation &&
      stateCounts(fact.status) &&
      isAbout(fact, competency.about),
  );
  const helps = new Map(
    rated.flatMap(({ id, entryId, itemId, help, scope }) =>
      help === null ? [] : [[scope === 'all' ? `${entryId} ${itemId}` : id, help] as const],
    ),
  );
  return {
    title: competency.title,
    lately: cases.filter((on) => on >= sinceOn).length,
    ...{ all: volume.approved, need: volume.need },
    helps: readsRatings ? [...helps.values()] : [],
  };
}
