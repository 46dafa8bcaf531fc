import type { PersonView } from '@countersign/contracts/sessions/views';
import type { Names } from '../programs/names';

/** A person of the program as entries name them. */
export function personView(names: Names, id: string): PersonView {
  return { id, name: names.get(id) ?? '', ...(names.left.has(id) ? { left: true } : {}) };
}
