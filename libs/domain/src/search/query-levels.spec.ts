import { readQuery } from './query-levels';

function spans(query: string): string[] {
  return readQuery(query).spans.map(({ from, to }) => (from === to ? from : `${from}..${to}`));
}

describe('the levels in a search text', () => {
  it.each([
    ['L4-5 tfesi', ['L4..L5']],
    ['L4/5', ['L4..L5']],
    ['l45', ['L4..L5']],
    ['l4 5', ['L4..L5']],
    ['L 4-5', ['L4..L5']],
    ['L4–L5', ['L4..L5']],
    ['L5-L4', ['L4..L5']],
    ['T1-C7', ['C7..T1']],
    ['l5s1', ['L5', 'S1']],
    ['L5-S1', ['L5..S1']],
    ['C7-T1', ['C7..T1']],
    ['T12-L1', ['T12..L1']],
    ['c3 to c6', ['C3..C6']],
    ['c3 thru 6', ['C3..C6']],
    ['L3,4,5', ['L3', 'L4', 'L5']],
    ['L3, L4 & L5', ['L3', 'L4', 'L5']],
    ['L4 and L5', ['L4', 'L5']],
    ['L4 + 5', ['L4', 'L5']],
    ['l3 l4 l5', ['L3', 'L4', 'L5']],
    ['l345', ['L3', 'L4', 'L5']],
    ['L3/4/5', ['L3', 'L4', 'L5']],
    ['L3-4-5', ['L3', 'L4', 'L5']],
    ['L3-4, L4-5', ['L3..L4', 'L4..L5']],
    ['L3-4, 4-5', ['L3..L4', 'L4..L5']],
    ['t12', ['T12']],
    ['t910', ['T9..T10']],
    ['t78', ['T7..T8']],
    ['c0-1', ['C0..C1']],
    ['v2/v3', ['V2..V3']],
    ['l5tfesi', ['L5']],
    ['l4-5tfesi left', ['L4..L5']],
    ['c5/6ilesi', ['C5..C6']],
    ['lumbar 4-5 esi', ['L4..L5']],
    ['cervical 5/6', ['C5..C6']],
    ['lumbar 2 levels', []],
    ['l5dr', ['L5']],
    ['l5 dr', ['L5']],
    ['S1-S3', ['S1..S3']],
    ['t8 2 leads', ['T8']],
    ['l5 10mg', ['L5']],
    ['L9', []],
    ['l53', []],
    ['stim 60 day', []],
    ['tx360', []],
    ['c arm', []],
    ['t-spine', []],
    ['8% patch', []],
  ])('%s is %j', (query, expected) => expect(spans(query)).toEqual(expected));
});

describe('the side in a search text', () => {
  it.each([
    ['l tfesi', ['left']],
    ['lt sij', ['left']],
    ['(L) sij', ['left']],
    ['left-sided sij', ['left']],
    ['r-sided sij', ['right']],
    ['RT. sij', ['right']],
    ['b/l sij', ['bilateral']],
    ['sij bilat', ['bilateral']],
    ['B / L sij', ['bilateral']],
    ['both knees', ['bilateral']],
    ['midline ilesi', ['midline']],
    ['rl4 tfesi', ['right']],
    ['ll5 tfesi', ['left']],
    ['left l4 right l5', ['left', 'right']],
    ['L4', []],
    ['l-spine', []],
    ['l spine mbb', []],
    ['l-mbb', []],
  ])('%s is %j', (query, expected) => expect(readQuery(query).sides).toEqual(expected));
});

describe('the words in a search text', () => {
  it('are what levels and sides leave, in lower case and without accents', () => {
    expect(readQuery('Left L4-5 TFESI, épidural').words).toEqual(['tfesi', 'epidural']);
    expect(readQuery("de Quervain's").words).toEqual(['de', 'quervains']);
    expect(readQuery('C-spine II/IH').words).toEqual(['cspine', 'ii', 'ih']);
    expect(readQuery(' ')).toEqual({ words: [], spans: [], sides: [] });
  });

  it('are put right before they are taken for sides', () => {
    const correct = (word: string) => (word === 'ruight' ? ['right'] : [word]);
    expect(readQuery('ruight sgb', correct)).toEqual({ words: ['sgb'], spans: [], sides: ['right'] });
  });
});
