import type { CatalogueItem } from '../catalogue';
import { procedureRoles, type ProcedureRole } from './entry';

/**
 * Items in which a fellow usually watches or assists: surgical paddle leads and endoscopy (domain rules, section 3; the
 * notes of these catalogue items say the same). A greater part is possible, and worth a second look.
 */
const usuallyWatched: ReadonlySet<string> = new Set([
  'scs-paddle',
  'rfa-mb-endoscopic',
  'endoscopic-discectomy',
]);

/**
 * The roles that are usual for a fellow in an item, in the order of {@link procedureRoles}. They are what a form offers
 * first; none is ever preselected, and any other role may be recorded.
 */
export function usualRoles(item: Pick<CatalogueItem, 'id'>): readonly ProcedureRole[] {
  return usuallyWatched.has(item.id) ? ['observed', 'assisted'] : procedureRoles;
}
