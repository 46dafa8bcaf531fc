import { Inject, Injectable } from '@nestjs/common';
import { signersNeeded, standingOf, type RuleOutcome } from '@countersign/domain/competency';
import type { TextId } from '@countersign/domain/ledger';
import type { EarlierSignature, Printed, SignedRule, SignOffDocument } from '@countersign/domain/signing';
import { competenceChart } from '../competencies/competence-chart';
import { positionOf } from '../competencies/program-facts';
import { titlesIn } from '../competencies/standing-views';
import type { Standing } from '../competencies/standings';
import type { Reading } from '../db/context';
import { RoleRow } from '../people/person.row';
import { problem } from '../platform/problem';
import { namesIn, type Names } from '../programs/names';
import type { SignatureRow } from '../signatures/signature.row';
import { SignOffGrounds, type Grounds } from './sign-off-grounds';
import type { SignOffRow } from './sign-off.row';
import type { KnownSignOff } from './sign-off-store';

/** A document with the grounds from which it was made. */
export interface BuiltDocument {
  readonly document: SignOffDocument;
  readonly grounds: Grounds;
}

/** Makes the document that the next signer of a sign-off is shown. */
@Injectable()
export class DocumentBuilder {
  constructor(@Inject(SignOffGrounds) private readonly grounds: SignOffGrounds) {}

  /**
   * The document as of a day; today, unless told. Made twice of the same record it is the same.
   * @throws ProblemException `sign-off/other-version` where the requirements of today do not have the competency
   */
  async build(view: Reading, { row, signatures }: KnownSignOff, asOfOn?: string): Promise<BuiltDocument> {
    const grounds = await this.grounds.of(view, row, asOfOn);
    if (grounds === null) throw problem('sign-off/other-version');
    const { standing } = grounds;
    const names = await namesIn(view, row.programId);
    const document: SignOffDocument = {
      ...{ kind: 'sign-off', format: 1, signOffId: row.id, renewsId: row.renewsId },
      program: { id: row.programId, name: standing.program.name, timeZone: standing.program.timeZone },
      fellow: printed(row.fellowId, names),
      trainingThrough: await trainingThrough(view, row),
      competency: { id: row.competencyId, title: grounds.competency.title, highRisk: row.highRisk },
      ...{ supervision: row.supervision, lapseMonths: grounds.competency.lapseMonths ?? null },
      ...{ asOf: standing.asOfOn, requirements: requirementsIn(standing) },
      rules: grounds.assessed.rules.map((outcome, index) =>
        signedRule(outcome, index, { row, standing, names }),
      ),
      chart: competenceChart(grounds.competency, standing),
      ...{ waiver: waiverIn(row, names), order: signersNeeded(row) },
      signatures: signatures.map(earlier),
    };
    return { document, grounds };
  }
}

function printed(id: string, names: Names): Printed {
  return { id, name: names.get(id) ?? id };
}

async function trainingThrough({ manager }: Reading, row: SignOffRow): Promise<string> {
  const { programId, fellowId: personId } = row;
  const held = await manager.findOneOrFail(RoleRow, {
    where: { programId, personId, role: 'fellow' },
    order: { toOn: 'DESC' },
  });
  return held.toOn;
}

function requirementsIn({ set }: Standing): SignOffDocument['requirements'] {
  const { id, title, version, source, edition, effectiveOn, verifiedOn } = set;
  const standing = standingOf(set);
  return {
    ...{ id, title, version, source, edition, effectiveOn, verifiedOn, standing },
    demonstration: standing === 'demonstration',
  };
}

function signedRule(
  outcome: RuleOutcome,
  index: number,
  { row, standing, names }: { row: SignOffRow; standing: Standing; names: Names },
): SignedRule {
  const { rule, value, need, met, counted, distinctValues } = outcome;
  const facts = new Map(standing.facts.map((fact) => [fact.id, fact]));
  return {
    ...{ index, rule, value, need, met, waived: !met && row.unmet.includes(index) },
    ...titlesIn(rule, standing.set),
    ...(outcome.branch === undefined ? {} : { branch: outcome.branch }),
    ...(distinctValues === undefined
      ? {}
      : { names: distinctValues.map((id) => names.get(id) ?? standing.catalogue.item(id)?.name ?? id) }),
    evidence: counted.flatMap((id) => {
      const fact = facts.get(id);
      return fact ? [{ entryId: fact.entryId, number: fact.number, position: positionOf(fact) }] : [];
    }),
  };
}

function waiverIn(row: SignOffRow, names: Names): SignOffDocument['waiver'] {
  const { waiverTextId, waiverById, waiverAt, unmet } = row;
  if (waiverTextId === null || waiverById === null || waiverAt === null) return null;
  return { textId: waiverTextId as TextId, by: printed(waiverById, names), at: waiverAt, unmet };
}

function earlier(row: SignatureRow): EarlierSignature {
  const { id, personId, printedName, capacity, meaning, at, digest } = row;
  return { id, by: { id: personId, name: printedName }, capacity, meaning, at, digest };
}
