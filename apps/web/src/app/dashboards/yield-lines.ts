import type {
  SiteYieldView,
  SourceYieldView,
  SupervisorYieldView,
  UnloggedLineView,
  YieldView,
} from '@countersign/contracts/dashboards/yield-views';
import { personInWords } from '@countersign/contracts/words/person';
import { notCountedInWords, rangeInWords, unloggedShareInWords } from '@countersign/contracts/words/unlogged';
import { mostlyHere, partInWords, rateInWords } from '@countersign/contracts/words/yield';
import { mixLine, type MixLine, type MixTable } from './mix-lines';

/** A row of a table of sources: its name, then what stands under each head. */
export interface SourceLine {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly (string | number)[];
}

/** Sites or supervisors, a row each, by name. */
export interface SourceTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly lines: readonly SourceLine[];
}

const common = ['Performed or taught', 'Ended otherwise', 'Simulated'];

/** The sites with their rotations. */
export function siteTable(view: YieldView): SourceTable {
  return {
    title: 'Sites',
    head: ['Approved', 'Waiting', 'On-service weeks', 'A week, in rotations', ...common],
    lines: view.sites.map((one) => lineOf(one, rotationCells(one))),
  };
}

/** The supervisors. */
export function supervisorTable(view: YieldView): SourceTable {
  return {
    title: 'Supervisors',
    head: ['Approved', 'Waiting', 'Fellows', 'A month', ...common],
    lines: view.supervisors.map((one) => lineOf(one, monthCells(one))),
  };
}

function rotationCells({ rotations }: SiteYieldView): (string | number)[] {
  if (rotations === undefined) return ['no rotation planned', ''];
  return [rotations.weeks.toFixed(1), rateInWords(rotations.entries, rotations.weeks)];
}

function monthCells({ fellows, entries, months }: SupervisorYieldView): (string | number)[] {
  return [fellows, rateInWords(entries, months)];
}

function lineOf(one: SourceYieldView, own: readonly (string | number)[]): SourceLine {
  const { source, entries, waiting, procedures, firstOperator, endedOtherwise, simulations } = one;
  return {
    ...{ id: source.id, name: personInWords(source) },
    cells: [
      ...[entries, waiting, ...own],
      ...[partInWords(firstOperator, procedures), partInWords(endedOtherwise, procedures), simulations],
    ],
  };
}

/** Every group of the catalogue by site, in the order of the catalogue. */
export function groupsBySite(view: YieldView): MixTable {
  return {
    ...{ id: 'groups', title: 'Groups by site' },
    note: 'Approved entries in patients; groups in the order of the catalogue, hatched where a site gave none.',
    lines: view.groups.map(({ id, title }) => groupLine(title, id, view.sites)),
  };
}

function groupLine(name: string, id: string, sources: readonly SourceYieldView[]): MixLine {
  return mixLine(
    name,
    sources.map(({ source, groups }) => {
      const own = groups.find(({ group }) => group === id);
      return {
        ...{ columnId: source.id, count: own?.entries ?? 0 },
        ...(own?.isMostlyHere === true ? { mark: 'most of it' } : {}),
      };
    }),
  );
}

/** Planned procedure days of fellows or of sites, and what was logged on them. */
export function procedureDayTable(title: string, lines: readonly UnloggedLineView[]): SourceTable {
  return {
    title,
    head: ['Planned', 'With a case', 'Without', 'Share without'],
    lines: lines.map((line) => ({
      ...{ id: line.of.id, name: personInWords(line.of) },
      cells:
        line.days === undefined
          ? [notCountedInWords(line) ?? '', '', '', '']
          : [
              ...[line.days.planned, line.days.covered, line.days.unlogged].map(rangeInWords),
              unloggedShareInWords(line.days),
            ],
    })),
  };
}

/** With whom a group is mostly done, each supervisor who has some; by name. */
export function mostlyWith(view: YieldView): { name: string; groups: string }[] {
  return view.supervisors.flatMap((one) => {
    const groups = mostlyHere(view, one);
    return groups.length === 0 ? [] : [{ name: personInWords(one.source), groups: groups.join('; ') }];
  });
}

/** Who and where a group is found: every source that gave some, by name. */
export function sourcesOf(
  group: string,
  sources: readonly SourceYieldView[],
): { name: string; count: number }[] {
  return sources.flatMap(({ source, groups }) => {
    const count = groups.find((one) => one.group === group)?.entries ?? 0;
    return count === 0 ? [] : [{ name: personInWords(source), count }];
  });
}
