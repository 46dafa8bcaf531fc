import { correctionFrom } from './spelling';

const correct = correctionFrom([
  'stellate',
  'genicular',
  'lumbar',
  'block',
  'black',
  'block',
  'knee',
  'injection',
  'hip',
  'rfa',
  'si',
  'joint',
  'trial',
  'trail',
]);

describe('a typed word', () => {
  it.each(['stellate', 'hip', 'stell', 'xy', 'rfb', 'l4x5', 'zzzzzz'])('stays as it is: %s', (word) => {
    expect(correct(word)).toEqual([word]);
  });

  it.each([
    ['stelate', ['stellate']],
    ['sttellate', ['stellate']],
    ['stallate', ['stellate']],
    ['steltlae', ['stellate']],
    ['lubmar', ['lumbar']],
    ['lumabr', ['lumbar']],
    ['tsellate', ['stellate']],
    ['blokc', ['block']],
    ['blck', ['block']],
    ['blxck', ['block']],
    ['genicualr', ['genicular']],
    ['blocking', ['block']],
    ['rfa2', ['rfa', '2']],
    ['2knee', ['2', 'knee']],
    ['kneeinjection', ['knee', 'injection']],
    ['sijoint', ['si', 'joint']],
    ['hiprfa', ['hip', 'rfa']],
  ])('%s is %j', (word, meant) => expect(correct(word)).toEqual(meant));

  it.each(['train', 'black'])('is left alone when it is an ordinary one: %s', (word) => {
    expect(correct(word)).toEqual([word]);
  });

  it('is not guessed from far away', () => {
    expect(correct('mellata')).toEqual(['mellata']);
    expect(correct('knoo')).toEqual(['knoo']);
    expect(correct('xumber')).toEqual(['xumber']);
  });
});
