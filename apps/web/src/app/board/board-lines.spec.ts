import { lineCount, pagesOf, rowsOf, type BoardChoice } from './board-lines';
import { board } from './testing';

const everything: BoardChoice = { search: '', onlyHere: false, siteId: '', fellow: '', procedure: '' };
const found = (choice: Partial<BoardChoice>) =>
  rowsOf(board, { ...everything, ...choice }).flatMap(({ name, rows }) =>
    rows.map(({ title }) => `${name}: ${title.map(({ text }) => text).join('')}`),
  );

describe('What is looked for on the board', () => {
  it('is everything, until something is asked', () => {
    expect(lineCount(rowsOf(board, everything))).toBe(6);
  });

  it('is found by a fellow and a procedure in one breath, each by its beginning and without accents', () => {
    expect(found({ search: 'okafor celiac' })).toEqual(['Ama Okafor: Neurolysis for cancer pain']);
    expect(found({ search: 'LUMBAR muller' })).toEqual(['Lena Müller: Lumbar transforaminal epidural']);
    expect(found({ search: 'foramin' })).toEqual([]);
  });

  it('is found by other words for the procedure, and says which', () => {
    const [fellow] = rowsOf(board, { ...everything, search: 'tfesi okafor' });
    expect(fellow?.rows.map(({ found: by }) => by)).toEqual(['TFESI lumbar']);
    const [named] = rowsOf(board, { ...everything, search: 'transforaminal' });
    expect(named?.rows[0]?.found).toBe('');
    expect(named?.rows[0]?.title).toEqual([
      { text: 'Lumbar', hit: false },
      { text: ' ', hit: false },
      { text: 'transforaminal', hit: true },
      { text: ' ', hit: false },
      { text: 'epidural', hit: false },
    ]);
  });

  it('is narrowed by site, fellow, procedure, and by who is here', () => {
    expect(found({ siteId: 'n' }).every((line) => line.startsWith('Lena Müller'))).toBe(true);
    expect(found({ fellow: 'Ama Okafor' })).toHaveLength(2);
    expect(found({ procedure: 'Neurolysis for cancer pain' })).toHaveLength(3);
    expect(found({ onlyHere: true }).some((line) => line.startsWith('Sasha'))).toBe(false);
  });
});

it('A printout has a page for each site with somebody, and one for those who are nowhere', () => {
  const pages = pagesOf(board, rowsOf(board, everything));
  expect(pages.map(({ site, fellows }) => [site, fellows.map(({ name }) => name)])).toEqual([
    ['Northgate ASC', ['Lena Müller']],
    ['No site today', ['Ama Okafor', 'Sasha Marwood']],
  ]);
});
