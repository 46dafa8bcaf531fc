import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'commands-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a command as package.json does, and answers its status and lines. */
function run(
  command: string,
  ...words: string[]
): { status: number | null; lines: string[]; complaint: string } {
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  const args = [tsx, '--tsconfig', 'tsconfig.base.json', `tools/${command}.ts`, ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return { status, lines: stdout.split('\n').filter(Boolean), complaint: stderr.trim() };
}

function file(content: unknown): string {
  const path = join(folder, 'input.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

test('the guard answers a line of JSON for each text, without the text', () => {
  const texts = [
    { id: 'a', text: 'Mrs. Alvarez did well.' },
    { id: 2, text: 'L4-5 TFESI with a Quincke needle.' },
  ];
  const { status, lines } = run('guard', file(texts));
  expect(status).toBe(0);
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
    { id: 'a', tier: 'block', kinds: ['cued-name'] },
    { id: 2, tier: 'clean', kinds: [] },
  ]);
});

test('the guard without a file tells its figures on the frozen hold-out', () => {
  const { status, lines } = run('guard');
  expect([status, lines.length]).toEqual([0, 6]);
  const figures = lines.slice(1).map((line) => Number(/([\d.]+) %/.exec(line)?.[1]));
  expect(figures.slice(0, 3).every((found) => found >= 70 && found <= 100)).toBe(true);
});

test('the catalogue is searched by words, or by a file of queries', () => {
  expect(run('catalogue', 'L4-5 tfesi').lines[0]).toBe('esi-tf-lumbar');
  const { status, lines } = run(
    'catalogue',
    '--file',
    file([{ query: 'pump refill' }, { query: 'stellate' }]),
  );
  expect(status).toBe(0);
  const found = lines.map((line) => JSON.parse(line) as { query: string; ids: string[] });
  expect(found.map(({ query, ids }) => [query, ids[0]])).toEqual([
    ['pump refill', 'it-pump-refill'],
    ['stellate', 'stellate'],
  ]);
});

test('worked cases of requirements are compared', () => {
  const cases = join(root, 'libs/domain/src/competency/testdata/requirement-cases.json');
  const { status, lines } = run('requirements', cases);
  expect([status, lines.at(-1)]).toEqual([0, '19 cases: 19 agree, 0 differ, 0 unreadable']);
});

test('a worked case that differs or cannot be read ends with 1, each in one line, and the others still run', () => {
  const plain = { asOf: '2026-12-31', spec: { items: ['tpi'], need: 1 }, facts: [] };
  const right = { ...plain, id: 'right', expect: { count: 0, met: false, notCounted: {} } };
  const wrong = { ...right, id: 'wrong', expect: { count: 1, met: false, notCounted: {} } };
  const impossible = { ...right, id: 'two\nlines', spec: { items: ['tpi'], need: 0 } };
  const { status, lines } = run('requirements', file({ cases: [null, impossible, wrong, right] }));
  expect(status).toBe(1);
  expect(lines).toEqual([
    'case 1 unreadable | worked-case/unreadable | case: expected an object',
    'two lines unreadable | requirement/need-impossible | The rule is impossible: requirement/need-impossible. | at /competencies/0/rules/0/need',
    'wrong differs | | count 0, not met | all counted | count 0, expected 1',
    'right agrees | | count 0, not met | all counted',
    '4 cases: 1 agree, 1 differ, 2 unreadable',
  ]);
});

test.each([
  ['guard', ['absent.json'], /^absent\.json cannot be read\.$/],
  ['catalogue', [], /^usage: npm run catalogue/],
  ['catalogue', [' '], /^The query is empty\.$/],
  ['requirements', [], /^usage: npm run requirements/],
])('%s %j ends with 2 and one line that says why', (command, words, complaint) => {
  const { status, ...said } = run(command, ...words);
  expect([status, said.lines]).toEqual([2, []]);
  expect(said.complaint).toMatch(complaint);
});

test.each([
  ['guard', '{', /is not JSON/],
  ['guard', { id: 'a' }, /holds no array/],
  ['guard', [{ id: 'a' }], /^Item 1 of .* is not \{id, text\}/],
  ['requirements', { case: [] }, /input\.json: /],
])('%s refuses %j with 2', (command, content, complaint) => {
  const { status, ...said } = run(command, file(content));
  expect(status).toBe(2);
  expect(said.complaint).toMatch(complaint);
});
