import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync, ValidationTypes } from 'class-validator';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import {
  AmendEntryBody,
  EntryBody,
  EntryQuery,
  LevelBody,
  LogEntryBody,
  ProcedureBody,
  VoidEntryBody,
} from './entries/bodies';
import { ApproveBody, ReturnBody } from './reviews/bodies';
import { Id, Optional, Prose } from './fields';

type Shape = new () => object;

const procedure = { itemId: 'esi-tf-lumbar', levels: [], techniques: [], complications: [] };
const content = { performedOn: '2026-11-20', simulation: false, procedures: [procedure] };

/** Bodies that are right as they are, with nothing that may be left out. */
const bodies: readonly (readonly [Shape, object])[] = [
  [EntryBody, { ...content, then: 'keep' }],
  [LogEntryBody, { ...content, then: 'keep', id: '0195c1a2-7b3c-7d4e-8f5a-6b7c8d9e0f1a' }],
  [AmendEntryBody, { ...content, then: 'submit' }],
  [ProcedureBody, procedure],
  [LevelBody, { level: 'L4' }],
  [VoidEntryBody, { reason: 'Logged twice' }],
  [EntryQuery, {}],
  [ApproveBody, { help: 4 }],
  [ReturnBody, { reasonCode: 'other', reasonText: 'Please check.' }],
];

function wrongFields(shape: Shape, value: object): string[] {
  return validateSync(plainToInstance(shape, value), { forbidNonWhitelisted: true, whitelist: true }).map(
    ({ property }) => property,
  );
}

function fieldsOf(shape: Shape): { all: string[]; optional: string[] } {
  const metadata = getMetadataStorage().getTargetValidationMetadatas(shape, '', true, false);
  const named = (some: typeof metadata) => [...new Set(some.map(({ propertyName }) => propertyName))];
  const conditional = metadata.filter(({ type }) => type === ValidationTypes.CONDITIONAL_VALIDATION);
  return { all: named(metadata), optional: named(conditional) };
}

describe('A body', () => {
  it.each(bodies)('%p may leave out every optional field', (shape, body) => {
    expect(wrongFields(shape, body)).toEqual([]);
  });

  it.each(bodies)('%p takes null for no field, optional or not', (shape, body) => {
    for (const field of fieldsOf(shape).all)
      expect([field, wrongFields(shape, { ...body, [field]: null })]).toEqual([field, [field]]);
  });

  it.each(bodies)('%p says in its schema which fields may be left out', (shape) => {
    const { all, optional } = fieldsOf(shape);
    const { required = [] } = validationMetadatasToSchemas()[shape.name] ?? {};
    expect([...required].sort()).toEqual(all.filter((field) => !optional.includes(field)).sort());
  });

  it('names optional fields at all', () => {
    expect(fieldsOf(ProcedureBody).optional).toEqual(
      expect.arrayContaining(['role', 'supervision', 'outcome', 'abortedReason', 'selfHelp']),
    );
  });

  it('takes null for no member of a list', () => {
    expect(wrongFields(EntryBody, { ...content, procedures: [null], then: 'keep' })).toEqual(['procedures']);
    expect(wrongFields(ProcedureBody, { ...procedure, levels: [null] })).toEqual(['levels']);
    expect(wrongFields(ProcedureBody, { ...procedure, techniques: [null] })).toEqual(['techniques']);
  });

  it('of an amendment is always sent: keeping it for later is refused', () => {
    expect(wrongFields(AmendEntryBody, { ...content, then: 'keep' })).toEqual(['then']);
  });
});

class Fields {
  @Optional() @Id() id?: string;
  @Optional() @Prose(5) text?: string;
}

describe('A text', () => {
  const isTaken = (text: unknown) => wrongFields(Fields, { text }).length === 0;

  it.each(['', ' ', '\t\n', '\u00a0', '\u200b', '\u3164', '\u2800', ' \u200b\ufe0f '])(
    'that shows nothing says nothing: %j',
    (blank) => expect(isTaken(blank)).toBe(false),
  );

  it('is kept without the spaces around it', () => {
    expect(plainToInstance(Fields, { text: '  a b\n' }).text).toBe('a b');
    expect(isTaken(`${' '.repeat(9)}abcde `)).toBe(true);
  });

  it('is measured in characters as a column counts them', () => {
    expect(isTaken('\u{1f600}'.repeat(5))).toBe(true);
    expect(isTaken('\u2764\ufe0f'.repeat(3))).toBe(false);
    expect(isTaken('abcdef')).toBe(false);
  });

  it('is Unicode, and text', () => {
    expect(isTaken('a\ud800')).toBe(false);
    expect([3, {}, ['a']].map(isTaken)).toEqual([false, false, false]);
  });
});

describe('An id', () => {
  const isTaken = (id: string) => wrongFields(Fields, { id }).length === 0;

  it('is a UUID in lower case, the one form that every database compares alike', () => {
    expect(isTaken('0195c1a2-7b3c-7d4e-8f5a-6b7c8d9e0f1a')).toBe(true);
    expect(isTaken('0195C1A2-7B3C-7D4E-8F5A-6B7C8D9E0F1A')).toBe(false);
    expect(isTaken('0195c1a27b3c7d4e8f5a6b7c8d9e0f1a')).toBe(false);
  });
});
