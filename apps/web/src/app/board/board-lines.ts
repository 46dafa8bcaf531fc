import type { BoardCompetencyView, BoardLineView, BoardView } from '@countersign/contracts/board/views';
import { boardInWords, presenceInWords, type BoardWords } from '@countersign/contracts/words/board';

/** What somebody looks for on the board; an empty text chooses everything. */
export interface BoardChoice {
  /** Words of a fellow’s name and of a procedure, in any order, each by its beginning. */
  readonly search: string;
  /** Leaves out who is on leave. */
  readonly onlyHere: boolean;
  readonly siteId: string;
  readonly fellow: string;
  /** Title of a competency. */
  readonly procedure: string;
}

/** A part of a text; `hit` where it is what was looked for. */
export interface TextPart {
  readonly text: string;
  readonly hit: boolean;
}

/** A line as it is shown. */
export interface BoardRow {
  readonly title: readonly TextPart[];
  /** The procedure or the word by which it was found, where its title does not say it. */
  readonly found: string;
  readonly words: BoardWords;
  readonly demonstration: boolean;
  /** Whether it says more than the line of everything: direct, until signed off. */
  readonly isOwn: boolean;
}

/** The lines of one fellow. */
export interface FellowRows {
  readonly name: string;
  readonly where: string;
  readonly siteId: string | undefined;
  readonly rows: readonly BoardRow[];
}

/** What is chosen of a board, by fellow; fellows without a line are left out. */
export function rowsOf(view: BoardView, choice: BoardChoice): readonly FellowRows[] {
  const asked = wordsIn(choice.search);
  return view.fellows.flatMap(({ name, presence, lines }) => {
    if (choice.onlyHere && presence.kind === 'on-leave') return [];
    if (choice.siteId !== '' && presence.siteId !== choice.siteId) return [];
    if (choice.fellow !== '' && name !== choice.fellow) return [];
    const ofName = new Set(asked.filter((word) => wordsIn(name).some((own) => own.startsWith(word))));
    const ofProcedure = asked.filter((word) => !ofName.has(word));
    const rows = lines.flatMap((line) => rowOf(view, line, ofProcedure, choice.procedure));
    const where = presenceInWords(presence, view.sites, view.today);
    return rows.length === 0 ? [] : [{ name, where, siteId: presence.siteId, rows }];
  });
}

function rowOf(view: BoardView, line: BoardLineView, asked: readonly string[], wanted: string): BoardRow[] {
  const competency = view.competencies[line.competency];
  if (competency === undefined || (wanted !== '' && competency.title !== wanted)) return [];
  const found = foundBy(competency, asked);
  if (found === null) return [];
  return [
    {
      title: partsOf(competency.title, asked),
      found,
      words: boardInWords(line, view.today),
      demonstration: line.demonstration === true,
      isOwn: line.reason !== 'not-signed',
    },
  ];
}

/** Empty where the title has all the words; the name that has them, else; null where nothing does. */
function foundBy({ title, includes, words }: BoardCompetencyView, asked: readonly string[]): string | null {
  const has = (text: string) => asked.every((word) => wordsIn(text).some((own) => own.startsWith(word)));
  if (has(title)) return '';
  const name = [...includes, ...words].find((text) => has(text));
  if (name !== undefined) return name;
  // One word of the title, another of what it includes.
  return has([title, ...includes, ...words].join(' ')) ? (includes[0] ?? '') : null;
}

/** The words of a text, lower case and without accents: `Müller-Tanaka` is `muller` and `tanaka`. */
function wordsIn(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

function partsOf(text: string, asked: readonly string[]): TextPart[] {
  return text
    .split(/([^\p{L}\p{N}]+)/u)
    .filter((part) => part !== '')
    .map((part) => {
      const [own] = wordsIn(part);
      return { text: part, hit: own !== undefined && asked.some((word) => own.startsWith(word)) };
    });
}

/** How many lines are shown. */
export function lineCount(fellows: readonly FellowRows[]): number {
  return fellows.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** A page of a printout: the fellows of one site, or those whom the schedule puts nowhere. */
export interface SitePage {
  readonly site: string;
  readonly fellows: readonly FellowRows[];
}

/** What is chosen, a page for each site, in the order of the sites; who is nowhere comes last. */
export function pagesOf(view: BoardView, fellows: readonly FellowRows[]): readonly SitePage[] {
  const pages = view.sites.map(({ id, name }) => ({
    site: name,
    fellows: fellows.filter(({ siteId }) => siteId === id),
  }));
  const others = { site: 'No site today', fellows: fellows.filter(({ siteId }) => siteId === undefined) };
  return [...pages, others].filter((page) => page.fellows.length > 0);
}
