import type { CatalogueItem, ItemDetail } from '@countersign/domain/catalogue';
import type { RecordedDetail } from '@countersign/domain/entry';

/** Details of a procedure as facts of a sentence: `Steroid: Non-particulate (dexamethasone)`, `Leads: 2`. */
export function detailsInWords(
  details: readonly RecordedDetail[],
  item: Pick<CatalogueItem, 'details'> | undefined,
): readonly string[] {
  return details.map((one) => {
    const detail = item?.details.find(({ id }) => id === one.id);
    const name = detail?.name ?? one.id;
    const said = valueInWords(one, detail);
    return one.level === undefined ? `${name}: ${said}` : `${name}, ${one.level}: ${said}`;
  });
}

/** What was said, without what it is about: a word, a level, or a number with its unit where the name has not said it. */
function valueInWords({ value = '', amount }: RecordedDetail, detail: ItemDetail | undefined): string {
  if (amount !== undefined) {
    const unit = detail?.kind === 'number' ? detail.unit : '';
    return detail?.name.toLowerCase() === unit ? String(amount) : `${amount} ${unit}`.trim();
  }
  const choices = detail?.kind === 'choice' ? detail.choices : [];
  return choices.find(({ id }) => id === value)?.name ?? value;
}
