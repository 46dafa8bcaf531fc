import { tellApart } from './index';

const named = (...people: (readonly [name: string, email: string])[]): string[] => [
  ...tellApart(people.map(([name, email]) => ({ id: email, name, email }))).values(),
];

it('Identity (h): a name that one person has stands alone', () => {
  expect(named(['M. Tanaka', 'tanaka@x.example'], ['M. Takana', 'takana@x.example'])).toEqual([
    'M. Tanaka',
    'M. Takana',
  ]);
});

it('Identity (h): two of one name are told apart by their e-mail', () => {
  expect(
    named(['Ana Silva', 'asilva@x.example'], ['Ana Silva', 'ana.silva2@x.example'], ['Ben', 'ben@x.example']),
  ).toEqual(['Ana Silva (asilva)', 'Ana Silva (ana.silva2)', 'Ben']);
});

it('Identity (h): by the whole of it where the part before the @ is the same too', () => {
  expect(
    named(['Ana Silva', 'silva@x.example'], ['Ana Silva', 'silva@y.example'], ['Ana Silva', 'ana@x.example']),
  ).toEqual(['Ana Silva (silva@x.example)', 'Ana Silva (silva@y.example)', 'Ana Silva (ana)']);
});

it.each([
  ['ana  silva ', 'Ana Silva'],
  ['Jose\u0301 Paz', 'Jos\u00e9 Paz'],
])('Identity (h): %j and %j look the same', (one, other) => {
  expect(named([one, 'one@x.example'], [other, 'other@x.example'])).toEqual([
    `${one} (one)`,
    `${other} (other)`,
  ]);
});

it('Identity (h): somebody who is listed twice is one person', () => {
  expect(named(['Ana Silva', 'ana@x.example'], ['Ana Silva', 'ana@x.example'])).toEqual(['Ana Silva']);
});
