import { canonicalJson, isJsonObject, type JsonObject, type JsonValue } from './canonical-json';
import type { TextId } from './commitment';
import { eventText, type EventV1 } from './event-hash';

/** Members of events of the first epoch that hold words of a person. */
const wordMembers = [
  'caseLabel',
  'reflection',
  'abortedReason',
  'voidReason',
  'keepDoing',
  'nextTimeText',
  'reasonText',
] as const;

/** Every word of a person that an event of the first epoch holds, in no particular order. */
export function wordsIn(event: EventV1): readonly string[] {
  const words = new Set<string>();
  mapWords(event.data, (found) => {
    words.add(found);
    return found;
  });
  return [...words];
}

/** An event of the first epoch with ids in the place of words: what is left of it after a redaction. */
export function restated(event: EventV1, idOf: (words: string) => TextId): EventV1 {
  return { ...event, data: mapWords(event.data, idOf) as JsonObject };
}

/**
 * The events that a redaction names as having lost their body, as it restates them; empty where its data are not those
 * of a redaction. What it says about an event is the word of the director who redacted: the leaf hash binds the words
 * that are gone, and whoever still holds them can put them in the place of the ids and check.
 */
export function restatedBy(data: JsonObject): readonly EventV1[] {
  const list = data['restated'];
  return Array.isArray(list) ? (list as readonly JsonValue[]).filter(isEventV1) : [];
}

/** Whether two events state the same members, apart from their data. */
export function isSameEvent(one: EventV1, other: Omit<EventV1, 'data'>): boolean {
  return canonicalJson({ ...one, data: {} }) === canonicalJson({ ...other, data: {} });
}

function isEventV1(value: JsonValue): value is JsonObject & EventV1 {
  if (!isJsonObject(value) || value['v'] !== 1) return false;
  try {
    return eventText(value as unknown as EventV1) !== '';
  } catch {
    return false;
  }
}

function mapWords(value: JsonValue, change: (words: string) => string): JsonValue {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => mapWords(item, change));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      typeof member === 'string' && wordMembers.some((one) => one === name)
        ? change(member)
        : mapWords(member, change),
    ]),
  );
}
