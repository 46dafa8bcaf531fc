import { Inject, Injectable } from '@nestjs/common';
import { isAbout, standingOf } from '@countersign/domain/competency';
import {
  HELP_SCALE,
  letterTotals,
  secondsOf,
  type LetterCompetency,
  type LetterContent,
  type LetterKind,
} from '@countersign/domain/credential';
import { canonicalJson, type JsonObject } from '@countersign/domain/ledger';
import { Standings, type Standing } from '../competencies/standings';
import type { Reading } from '../db/context';
import { digestOf } from '../db/salt';
import { PersonRow } from '../people/person.row';
import { problem } from '../platform/problem';
import { Programs } from '../programs/programs';
import { SignOffs, type SignedCompetency } from '../sign-offs/sign-offs';

/** What a letter is asked for. */
export interface LetterRequest {
  readonly programId: string;
  readonly fellowId: string;
  readonly kind: LetterKind;
  readonly competencyId?: string | undefined;
}

/** What a letter would say, but for the director’s own words. */
export interface LetterDraft {
  readonly content: Omit<LetterContent, 'attestation'>;
  /** Canonical JSON of the content: what the page shows, and what is signed. */
  readonly bytes: string;
  /** Hex SHA-256 of these bytes. */
  readonly digest: string;
  /** Every signed competency of the fellow. */
  readonly signed: readonly LetterCompetency[];
}

/** Puts together what a letter says, from the record as it is now. */
@Injectable()
export class LetterContents {
  constructor(
    @Inject(Standings) private readonly standings: Standings,
    @Inject(Programs) private readonly programs: Programs,
    @Inject(SignOffs) private readonly signOffs: SignOffs,
  ) {}

  /**
   * @throws ProblemException `access/not-found`; `letter/kind-unclear` for a competency beside a whole record, or none for
   * a letter about one; `letter/competency-not-signed`
   */
  async draft(
    view: Reading,
    { programId, fellowId, kind, competencyId }: LetterRequest,
  ): Promise<LetterDraft> {
    if ((kind === 'competency') !== (competencyId !== undefined)) throw problem('letter/kind-unclear');
    const standing = await this.standings.of(view, { programId, fellowId });
    const person = await view.manager.findOneByOrFail(PersonRow, { id: fellowId });
    const { training } = await this.programs.scheduleOf(view, { programId, fellowId });
    const held = (await this.signOffs.held(view, programId, [fellowId])).filter(isInForce);
    const signed = held.map(letterCompetency);
    const competencies = signed.filter(({ id }) => competencyId === undefined || id === competencyId);
    if (kind === 'competency' && competencies.length === 0) throw problem('letter/competency-not-signed');
    const about = held.find((one) => one.competencyId === competencyId)?.standsAs;
    const content: LetterDraft['content'] = {
      kind,
      id: `urn:uuid:${fellowId}`,
      name: person.name,
      baseSpecialty: person.baseSpecialty,
      training: training
        .map(({ fromOn, toOn }) => ({ fromOn, toOn }))
        .sort((one, other) => (one.fromOn < other.fromOn ? -1 : 1)),
      scale: HELP_SCALE,
      ...setting(standing),
      totals: totalsOf(standing, about),
      competencies,
      notSigned:
        kind === 'competency'
          ? []
          : standing.set.competencies
              .filter(({ id }) => !held.some(({ standsAs }) => standsAs.includes(id)))
              .map(({ title }) => title),
    };
    const bytes = canonicalJson(content as unknown as JsonObject);
    return { content, bytes, digest: digestOf(bytes), signed };
  }
}

/** What is signed and holds today, under the requirements of today; what lapsed, was suspended or revoked does not. */
function isInForce({ state, standsAs }: SignedCompetency): boolean {
  return state === 'signed' && standsAs.length > 0;
}

/** A signed competency as it was signed, whatever a version that followed calls it. */
function letterCompetency({ competencyId: id, currentThroughOn: until, ...signed }: SignedCompetency) {
  const { title, supervision, highRisk, waived, demonstration, signatures } = signed;
  return {
    ...{ id, title, until, supervision, highRisk, waived, demonstration },
    signatures: signatures.map(({ printedName: name, capacity, meaning, at, timeZone }) => ({
      ...{ name, capacity, meaning, at: secondsOf(at), timeZone },
    })),
  } satisfies LetterCompetency;
}

/** Where and by which rules. */
function setting({ program, set, asOfOn }: Standing) {
  const { id, name, institution, timeZone, catalogueEdition } = program;
  const standing = standingOf(set);
  return {
    program: { id, name, institution, timeZone },
    asOf: asOfOn,
    catalogueEdition,
    requirements: { id: set.id, title: set.title, version: set.version, standing },
    demonstration: program.demo || standing === 'demonstration',
  };
}

/** The totals of everything, or of what the competencies of a letter about one are about. */
function totalsOf({ facts, set, catalogue, asOfOn }: Standing, ids: readonly string[] | undefined) {
  const abouts = set.competencies.filter(({ id }) => ids?.includes(id)).map(({ about }) => about);
  return letterTotals(ids ? facts.filter((fact) => abouts.some((about) => isAbout(fact, about))) : facts, {
    asOf: asOfOn,
    nameOf: (itemId) => catalogue.item(itemId)?.name ?? itemId,
  });
}
