import { readFileSync } from 'node:fs';
import type { CatalogueIndex } from '@countersign/domain/catalogue';
import { passGuard } from '../platform/privacy';
import { ProblemException, type FieldProblemSeed } from '../platform/problem';
import { readShape } from '../platform/shapes';
import { rosterFaults } from './check-roster';
import { Roster } from './roster';
import { allowedAt, fieldsBeside } from './roster-words';

/** What some editors put before the first character. */
const BYTE_ORDER_MARK = /^\uFEFF/;

/** The roster file cannot be used; the message names what is wrong in it. */
export class RosterError extends Error {
  override readonly name = 'RosterError';
}

/**
 * A roster as its file has it, once nothing is wrong in it.
 * @throws RosterError naming every field that is wrong
 */
export function readRoster(file: string, catalogue: CatalogueIndex): Roster {
  const roster = readFile(file);
  const faults = rosterFaults(roster);
  if (faults.length > 0) throw new RosterError([`${file} cannot be:`, ...faults].join('\n'));
  assertDetails(roster, catalogue);
  return roster;
}

/** Only details that some item has can be needed. */
function assertDetails({ neededDetails = [] }: Roster, { catalogue }: CatalogueIndex): void {
  const known = new Set(catalogue.items.flatMap(({ details }) => details.map(({ id }) => id)));
  const unknown = neededDetails.filter((id) => !known.has(id));
  if (unknown.length > 0)
    throw new RosterError(
      `/neededDetails: ${unknown.join(', ')} is no detail of the catalogue; there are ${[...known].sort().join(', ')}.`,
    );
}

function readFile(file: string): Roster {
  try {
    const roster = readShape(Roster, JSON.parse(readFileSync(file, 'utf8').replace(BYTE_ORDER_MARK, '')));
    passGuard(roster);
    return roster;
  } catch (error) {
    if (!(error instanceof ProblemException)) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new RosterError(`${file} cannot be read as JSON: ${reason.replaceAll(/\s+/g, ' ')}`);
    }
    if (error.errors.length === 0)
      throw new RosterError(`${file} is not a roster: it must be one JSON object, as docs/operate.md shows.`);
    const lines = error.errors.map((fault) => `${fault.pointer}: ${faultInWords(fault)}`);
    throw new RosterError([`${file} is not a roster:`, ...new Set(lines)].join('\n'));
  }
}

function faultInWords({ pointer, code, detail }: FieldProblemSeed): string {
  if (code === 'request/unknown-field')
    return `not known here; known are ${fieldsBeside(pointer).join(', ')}`;
  // Nobody can be asked here whether it is a patient.
  if (code.startsWith('privacy/'))
    return `${detail?.['words'] ?? 'this'} may tell who somebody is; say it otherwise`;
  return `missing or of the wrong form; it must be ${allowedAt(pointer)}`;
}
