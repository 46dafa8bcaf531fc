import { readFileSync } from 'node:fs';
import { relations, type Relation } from './asking';
import { everyRole } from './house';

/** For whom a row is: a role, or `anyone` of a route that asks nobody who they are. */
export type RowRole = (typeof everyRole)[number] | 'anyone';

/** One row: a route, a role, and what is answered by relation; `-` where there is no such relation. */
export interface Row {
  readonly route: string;
  readonly role: RowRole;
  readonly expected: ReadonlyMap<Relation, string>;
}

const ANSWERS = ['-', '200', '400', '401', '403', '404', '409', '412'];

/** Reads the matrix as it was typed. @throws Error for a row that is none */
export function readMatrix(file: string): readonly Row[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  if (head !== ['route', 'role', ...relations].join(',')) throw new Error(`the head of ${file} is ${head}`);
  return lines.map((line) => {
    const [route = '', role = '', ...cells] = line.split(',');
    const isRole = role === 'anyone' || everyRole.some((one) => one === role);
    const areCells = cells.length === relations.length && cells.every((one) => ANSWERS.includes(one));
    if (!isRole || !areCells) throw new Error(`no row of the matrix: ${line}`);
    return {
      ...{ route, role: role as RowRole },
      expected: new Map(relations.map((relation, nth) => [relation, cells[nth] ?? ''])),
    };
  });
}
