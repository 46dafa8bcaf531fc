import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import {
  ATTENTION_RULE,
  attentionList,
  casesPerFalseAlarm,
  DEFAULT_FAILURE_RATES,
  defaultCompetenceRule,
  expectedFalseFlags,
} from '@countersign/domain/statistics';
import type {
  AttentionLineView,
  AttentionView,
  ConcernView,
  DismissedConcernView,
  FalseFlagsView,
} from '@countersign/contracts/dashboards/attention-views';
import { Standings, type Standing } from '../competencies/standings';
import { atOrBefore } from '../db/columns';
import type { Reading } from '../db/context';
import { readTexts } from '../db/texts';
import { EntryRow } from '../entries/entry.row';
import { namesIn, type Names } from '../programs/names';
import { heldQualifications } from '../qualifications/held-qualifications';
import { AttentionDismissalRow } from './attention-dismissal.row';
import { concernsOf, type Beside, type FellowKnown, type LongWait } from './attention-concerns';

const DAY_MS = 86_400_000;
const usualAlarmsEvery = casesPerFalseAlarm(defaultCompetenceRule(DEFAULT_FAILURE_RATES));

/** Concerns of fellows with those that were set aside. */
interface Known {
  readonly asOfOn: string;
  readonly fellows: readonly FellowKnown[];
  readonly readsNotes: boolean;
}

/** Who needs attention now, why, and how many flags chance alone would raise. */
@Injectable()
export class ReadAttention {
  constructor(@Inject(Standings) private readonly standings: Standings) {}

  async run(view: Reading, programId: string): Promise<AttentionView> {
    const { asOfOn, fellows, readsNotes } = await this.known(view, programId);
    const rows = await view.manager.find(AttentionDismissalRow, {
      where: { programId },
      order: { at: 'DESC', id: 'DESC' },
    });
    const aside = new Map(rows.map((row) => [keyOf(row.fellowId, row), row]));
    const standing = fellows.map((fellow) => withoutDismissed(fellow, aside));
    const lines = attentionList(
      standing.flatMap(({ pairs }) => pairs.map(({ facts }) => facts)),
      standing.map(({ facts }) => facts),
    ).map(({ fellowId }) => lineOf(standing, fellowId));
    const named = new Set(lines.map(({ fellow }) => fellow.id));
    return {
      asOfOn,
      lines,
      quiet: fellows.flatMap(({ facts }) =>
        named.has(facts.fellowId) ? [] : [{ id: facts.fellowId, name: facts.fellowName }],
      ),
      dismissed: await dismissedViews(view, { programId, fellows, aside, readsNotes }),
      expectedFalse: falseFlags(fellows),
      forecasts: fellows.flatMap(({ pairs }) => pairs.flatMap(({ forecast }) => forecast ?? [])),
    };
  }

  /** Whether a fellow has this very concern now. */
  async stands(
    view: Reading,
    programId: string,
    concern: Pick<ConcernView, 'reason' | 'basis' | 'competencyId'> & { readonly fellowId: string },
  ): Promise<boolean> {
    const { fellows } = await this.known(view, programId);
    const own = fellows.find(({ facts }) => facts.fellowId === concern.fellowId);
    return own !== undefined && concernsIn(own).some((one) => keyOf('', one) === keyOf('', concern));
  }

  /** What concerns one fellow and was not set aside, the worst first, and how many flags chance alone would raise. */
  async about(
    view: Reading,
    standing: Standing,
  ): Promise<{ readonly concerns: ConcernView[]; readonly expectedFalse: number }> {
    const { program, fellow } = standing;
    const known = concernsOf(standing, await beside(view, program.id));
    const rows = await view.manager.findBy(AttentionDismissalRow, {
      programId: program.id,
      fellowId: fellow.id,
    });
    const aside = new Map(rows.map((row) => [keyOf(fellow.id, row), row]));
    const { concerns } = lineOf([withoutDismissed(known, aside)], fellow.id);
    return { concerns, expectedFalse: falseFlags([known]).total };
  }

  private async known(view: Reading, programId: string): Promise<Known> {
    const { asOfOn, fellows } = await this.standings.ofProgram(view, programId);
    const around = await beside(view, programId);
    return {
      asOfOn,
      fellows: fellows.map((standing) => concernsOf(standing, around)),
      readsNotes: fellows.every(({ readsRatings }) => readsRatings),
    };
  }
}

/** Names a concern with what it rests on. */
function keyOf(
  fellowId: string,
  { competencyId = '', reason, basis }: Pick<ConcernView, 'reason' | 'basis' | 'competencyId'>,
): string {
  return [fellowId, competencyId, reason, basis].join('|');
}

function concernsIn({ concerns, pairs }: FellowKnown): ConcernView[] {
  return [...pairs.flatMap(({ concern }) => (concern ? [concern] : [])), ...concerns];
}

function withoutDismissed(fellow: FellowKnown, aside: ReadonlyMap<string, unknown>): FellowKnown {
  const { fellowId } = fellow.facts;
  const stays = (concern: ConcernView) => !aside.has(keyOf(fellowId, concern));
  const concerns = fellow.concerns.filter(stays);
  const has = (reason: ConcernView['reason']) => concerns.some((one) => one.reason === reason);
  return {
    facts: {
      ...fellow.facts,
      noLogging: has('no-logging') ? fellow.facts.noLogging : null,
      longWaits: has('long-waits') ? fellow.facts.longWaits : 0,
      qualifications: {
        expired: has('qualification-expired') ? (fellow.facts.qualifications?.expired ?? 0) : 0,
        daysLeft: has('qualification-expiring') ? (fellow.facts.qualifications?.daysLeft ?? null) : null,
      },
    },
    concerns,
    pairs: fellow.pairs.filter(({ concern }) => concern === undefined || stays(concern)),
  };
}

function lineOf(fellows: readonly FellowKnown[], fellowId: string): AttentionLineView {
  const known = fellows.find(({ facts }) => facts.fellowId === fellowId);
  if (!known) throw new Error('a line is about a fellow who was looked at');
  const { fellowName: name } = known.facts;
  const order = attentionList(
    known.pairs.map(({ facts }) => facts),
    [known.facts],
  ).flatMap(({ others, ...first }) => [first, ...others]);
  const all = concernsIn(known);
  const concerns = order.flatMap(({ reason, procedure }) =>
    all.filter((one) => one.reason === reason && (one.competencyId ?? null) === procedure),
  );
  return { fellow: { id: fellowId, name }, concerns };
}

/** What was set aside and still stands as it did then. */
async function dismissedViews(
  view: Reading,
  of: {
    readonly programId: string;
    readonly fellows: readonly FellowKnown[];
    readonly aside: ReadonlyMap<string, AttentionDismissalRow>;
    readonly readsNotes: boolean;
  },
): Promise<DismissedConcernView[]> {
  const found = of.fellows.flatMap((known) =>
    concernsIn(known).flatMap((concern) => {
      const row = of.aside.get(keyOf(known.facts.fellowId, concern));
      return row ? [{ row, concern, name: known.facts.fellowName }] : [];
    }),
  );
  if (found.length === 0) return [];
  const names: Names = await namesIn(view, of.programId);
  const texts = await readTexts(view, of.programId, of.readsNotes ? found.map(({ row }) => row.note) : []);
  return found
    .map(({ row, concern, name }) => {
      const note = texts.words(row.note);
      return {
        ...concern,
        ...{ id: row.id, at: row.at, fellow: { id: row.fellowId, name } },
        by: names.person(row.byId),
        ...(note === undefined ? {} : { note }),
      };
    })
    .sort((one, other) => other.at - one.at);
}

function falseFlags(fellows: readonly FellowKnown[]): FalseFlagsView {
  const pairs = fellows.flatMap((fellow) => fellow.pairs);
  const monitoredCases = pairs.reduce((sum, pair) => sum + pair.monitoredCases, 0);
  const alarms = pairs.reduce((sum, { falseAlarms }) => sum + falseAlarms, 0);
  const watchedForSilence =
    pairs.filter(({ facts }) => facts.silence !== null).length +
    fellows.filter(({ facts }) => facts.noLogging !== null).length;
  const every = alarms > 0 ? monitoredCases / alarms : usualAlarmsEvery;
  const { silences } = expectedFalseFlags({
    monitoredCases: [],
    casesPerFalseAlarm: every,
    watchedForSilence,
  });
  return {
    alarms,
    silences,
    total: alarms + silences,
    monitoredCases,
    casesPerFalseAlarm: every,
    watchedForSilence,
  };
}

/** What the list is made of besides where fellows stand; two statements. */
async function beside(view: Reading, programId: string): Promise<Beside> {
  return {
    waits: await longWaits(view, programId),
    qualifications: await heldQualifications(view, programId),
  };
}

/** Entries that wait longer than the list allows. */
async function longWaits({ manager, now }: Reading, programId: string): Promise<LongWait[]> {
  const rows = await manager.find(EntryRow, {
    where: {
      programId,
      state: In(['submitted', 'amended']),
      submittedAt: atOrBefore(now - ATTENTION_RULE.longWaitDays * DAY_MS),
    },
    select: { id: true, fellowId: true, submittedAt: true },
  });
  return rows.flatMap(({ fellowId, submittedAt }) =>
    submittedAt === null ? [] : [{ fellowId, submittedAt }],
  );
}
