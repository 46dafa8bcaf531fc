import type { ItemDetail } from './catalogue-item';
import {
  readFlag,
  readList,
  readNumber,
  readObject,
  readOneOf,
  readOptional,
  readText,
  readTexts,
  slug,
  type RawObject,
} from './raw-reader';
import { levelNames } from './spine';

const keysOfKind = {
  choice: ['choices'],
  number: ['unit', 'min', 'max'],
  level: ['levels'],
} as const satisfies Record<ItemDetail['kind'], readonly string[]>;

/** Reads the details of an item, each with an id of its own; everything wrong with them goes to the report of `raw`. */
export function readDetails(raw: RawObject): ItemDetail[] {
  const details = readList(raw, 'details').map((member, position) => {
    const place = { path: `${raw.path}/details/${position}`, report: raw.report };
    const { kind } = kindOf(readObject(member, place, 'any'));
    return readDetail(readObject(member, place, ['id', 'name', 'kind', 'perLevel', ...keysOfKind[kind]]));
  });
  reportTwins(details, raw, 'details');
  return details;
}

function kindOf(raw: RawObject): Pick<ItemDetail, 'kind'> {
  return { kind: readOneOf({ ...raw, report: () => undefined }, 'kind', ['choice', 'number', 'level']) };
}

function readDetail(raw: RawObject): ItemDetail {
  const kind = readOneOf(raw, 'kind', ['choice', 'number', 'level']);
  const detail = {
    id: readText(raw, 'id', slug),
    name: readText(raw, 'name'),
    perLevel: readOptional(raw, 'perLevel', () => readFlag(raw, 'perLevel'), false),
  };
  if (kind === 'choice') return { ...detail, kind, choices: readChoices(raw) };
  if (kind === 'number') return { ...detail, kind, ...readRange(raw) };
  return { ...detail, kind, levels: readLevels(raw) };
}

function readChoices(raw: RawObject): { readonly id: string; readonly name: string }[] {
  const choices = readList(raw, 'choices').map((member, position) => {
    const place = { path: `${raw.path}/choices/${position}`, report: raw.report };
    const choice = readObject(member, place, ['id', 'name']);
    return { id: readText(choice, 'id', slug), name: readText(choice, 'name') };
  });
  if (choices.length < 2) raw.report(`${raw.path}/choices`, 'must hold two choices or more');
  reportTwins(choices, raw, 'choices');
  return choices;
}

function readRange(raw: RawObject): { readonly unit: string; readonly min: number; readonly max: number } {
  const range = { unit: readText(raw, 'unit'), min: readNumber(raw, 'min'), max: readNumber(raw, 'max') };
  if (range.min >= range.max) raw.report(`${raw.path}/max`, 'must be greater than min');
  return range;
}

function readLevels(raw: RawObject): string[] {
  const levels = readTexts(raw, 'levels', {
    accept: (level) => levelNames.has(level),
    must: 'must be a vertebra or an interspace',
  });
  if (levels.length === 0) raw.report(`${raw.path}/levels`, 'must hold a level');
  return levels;
}

function reportTwins(things: readonly { readonly id: string }[], raw: RawObject, key: string): void {
  things.forEach(({ id }, position) => {
    if (things.findIndex((other) => other.id === id) < position)
      raw.report(`${raw.path}/${key}/${position}/id`, 'is used twice');
  });
}
