import type { Competency } from './requirement-set';

/** A family of procedures whose sign-off needs two supervisors before the director. */
export interface HighRiskFamily {
  readonly id: string;
  readonly title: string;
  /** Catalogue item ids. */
  readonly items: readonly string[];
}

/**
 * What is high risk unless a program decides otherwise. Source: domain.md §6 (stimulator and pump implants, cervical
 * transforaminal, intrathecal neurolysis, celiac and splanchnic neurolysis, vertebral augmentation). Items count as implants when an implant can be logged as them,
 * so an item that means "trial or implant" is in; replacements and revisions of a device in place are not.
 */
export const highRiskFamilies: readonly HighRiskFamily[] = [
  {
    id: 'stimulator-implant',
    title: 'Stimulator implants',
    items: [
      'scs-implant',
      'scs-paddle',
      'drg-implant',
      'pns-implant',
      'pnfs',
      'restorative-multifidus',
      'sacral-nerve-stim',
    ],
  },
  { id: 'pump-implant', title: 'Pump implants', items: ['it-pump-implant'] },
  {
    id: 'cervical-transforaminal',
    title: 'Cervical transforaminal injections',
    items: ['esi-tf-cervical'],
  },
  { id: 'intrathecal-neurolysis', title: 'Intrathecal neurolysis', items: ['it-neurolysis'] },
  { id: 'celiac-splanchnic', title: 'Celiac and splanchnic neurolysis', items: ['celiac', 'splanchnic'] },
  {
    id: 'vertebral-augmentation',
    title: 'Vertebral augmentation',
    items: ['vertebroplasty', 'kyphoplasty', 'sacroplasty'],
  },
];

const highRiskItems: ReadonlySet<string> = new Set(highRiskFamilies.flatMap((family) => family.items));

/** Whether a catalogue item is of a high-risk family. */
export function isHighRiskItem(itemId: string): boolean {
  return highRiskItems.has(itemId);
}

/**
 * Whether a competency about these items and groups is marked high risk by default: one high-risk item is enough, named
 * or in one of the groups as the catalogue has them. A group that the catalogue does not know has none.
 */
export function isHighRiskByDefault(
  { items = [], groups = [] }: Competency['about'],
  catalogue: { readonly items: readonly { readonly id: string; readonly group: string }[] },
): boolean {
  return (
    items.some(isHighRiskItem) ||
    catalogue.items.some(({ id, group }) => groups.includes(group) && isHighRiskItem(id))
  );
}
