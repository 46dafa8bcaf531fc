import { everyRow } from './tables';

it('reads one page after the other until there is none', async () => {
  const pages: Readonly<Record<string, { rows: number[]; next?: string }>> = {
    first: { rows: [1, 2], next: 'b' },
    b: { rows: [3], next: 'c' },
    c: { rows: [4] },
  };
  const asked: (string | undefined)[] = [];
  const read = ({ cursor }: { cursor?: string }) => {
    asked.push(cursor);
    return Promise.resolve(pages[cursor ?? 'first'] ?? { rows: [] });
  };
  expect(await everyRow(read, ({ rows }) => rows)).toEqual([1, 2, 3, 4]);
  expect(asked).toEqual([undefined, 'b', 'c']);
});
