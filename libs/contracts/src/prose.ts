/**
 * The names of all properties that are prose in bodies of requests. The browser has bodies as types only and finds by name
 * what the guard must look at; a test holds the list against what the classes declare.
 */
const proseNames: ReadonlySet<string> = new Set([
  'abortedReason',
  'attestation',
  'caseLabel',
  'correctionReason',
  'keepDoing',
  'nextTimeText',
  'note',
  'reason',
  'reasonText',
  'reflection',
  'text',
]);

/** A text of a body with its place. */
export interface Written {
  /** JSON pointer into the body. */
  readonly pointer: string;
  readonly text: string;
}

/** Whether a property of an object is prose. */
type IsProse = (holder: object, property: string) => boolean;

const declared = new Map<object, Set<string>>();

/** Declares that a property of a class holds prose. */
export const declareProse: PropertyDecorator = (target, property) => {
  declared.set(target, new Set([...(declared.get(target) ?? []), String(property)]));
};

/** Whether a property of an instance is declared to be prose, by its class or one that this extends. */
export const isDeclaredProse: IsProse = (holder, property) => {
  for (let at: unknown = Object.getPrototypeOf(holder); at; at = Object.getPrototypeOf(at))
    if (declared.get(at)?.has(property)) return true;
  return false;
};

/** Whether a property has the name of one that is prose, for where the classes are not at hand. */
export const isNamedProse: IsProse = (_holder, property) => proseNames.has(property);

/** Every prose of a body, in the order of its fields. */
export function proseIn(body: object, isProse: IsProse, parent = ''): Written[] {
  return Object.entries(body).flatMap(([property, value]: [string, unknown]): Written[] => {
    const pointer = `${parent}/${property}`;
    if (typeof value === 'string') return isProse(body, property) ? [{ pointer, text: value }] : [];
    return typeof value === 'object' && value !== null ? proseIn(value, isProse, pointer) : [];
  });
}
