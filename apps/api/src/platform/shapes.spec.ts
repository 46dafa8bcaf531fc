import 'reflect-metadata';
import { Type } from 'class-transformer';
import { IsArray, IsOptional, IsString, ValidateNested } from 'class-validator';
import { ProblemException } from './problem';
import { readShape } from './shapes';

class Inner {
  @IsString() name!: string;
}

class Outer {
  @IsArray() @ValidateNested({ each: true }) @Type(() => Inner) list!: Inner[];
  @IsOptional() @IsString() note?: string;
  @IsOptional() @ValidateNested() @Type(() => Inner) one?: Inner;
  @IsOptional() @ValidateNested({ each: true }) @Type(() => Inner) more?: Inner[];
}

function pointersOf(value: unknown): string[] {
  try {
    readShape(Outer, value);
    return [];
  } catch (error) {
    return (error as ProblemException).errors.map(({ pointer, code }) => `${pointer} ${code}`);
  }
}

describe('A body', () => {
  it('is read when it has the form of its class', () => {
    expect(pointersOf({ list: [{ name: 'one' }], note: 'two' })).toEqual([]);
  });

  it('has no null anywhere, neither for what may be left out nor in a list', () => {
    expect(pointersOf({ list: [null, { name: 'one' }], note: null })).toEqual([
      '/list/0 request/wrong-type',
      '/note request/wrong-type',
    ]);
  });

  it('names each field that is wrong, and each that is not known', () => {
    expect(pointersOf({ list: [{ name: 1, 'a/b': 2 }] }).sort()).toEqual([
      '/list/0/a~1b request/unknown-field',
      '/list/0/name request/wrong-type',
    ]);
  });

  it('has no list where one object belongs, not even an empty one, and no object in the place of a list', () => {
    const list = [{ name: 'one' }];
    for (const one of [[], list]) expect(pointersOf({ list, one })).toContain('/one request/wrong-type');
    expect(pointersOf({ list, more: { name: 'one' } })).toEqual(['/more request/wrong-type']);
    expect(pointersOf({ list, one: { name: 'one' }, more: [] })).toEqual([]);
    expect(pointersOf({ list: { name: 1 }, one: [], note: 2 }).sort()).toEqual([
      '/list request/wrong-type',
      '/list/name request/wrong-type',
      '/note request/wrong-type',
      '/one request/wrong-type',
    ]);
  });
});
