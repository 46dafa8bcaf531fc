import type { RaterModelView, RaterNoteView } from '../raters/views';
import {
  agreementInWords,
  connectivityInWords,
  differenceInWords,
  ownNoteInWords,
  points,
  raterInWords,
  reliabilityInWords,
} from './raters';

const note = (effect?: readonly [number, number, number]): RaterNoteView => ({
  ...{ ratings: 30, fellows: 4, sharedFellows: 4, rawMean: 4.1, withFellows: { pairs: 3 } },
  ...(effect
    ? { effect: { low: effect[0], value: effect[1], high: effect[2] } }
    : { hiddenBecause: 'few-ratings' }),
});
const model: RaterModelView = {
  ...{ ratings: 240, fellows: 6, raters: 9, islands: 1, basis: 'estimated' },
  ...{ fellowVariance: 0.2, raterVariance: 0.1, restVariance: 0.5, single: 0.25, twelveByFour: 0.75 },
};

it('says how a supervisor rates beside colleagues, the interval with it', () => {
  expect(ownNoteInWords(note([0.1, 0.3, 0.5]))).toBe(
    'You rate 0.3 higher than colleagues on the same fellows (95 % interval +0.1 to +0.5).',
  );
  expect(raterInWords(note([-0.7, -0.3, 0.1]))).toBe(
    'rates 0.3 lower than colleagues on the same fellows (95 % interval −0.7 to +0.1); it may as well be nothing',
  );
  expect(ownNoteInWords(note())).toBe('Too few to say: fewer than 10 ratings.');
  expect(points(0.01)).toBe('±0.0');
});

it('says whether raters can be compared, and how much a rating says', () => {
  expect(connectivityInWords(model)).toContain('shared fellows connect everybody');
  expect(connectivityInWords({ ...model, islands: 2 })).toContain('2 parts that no fellow connects');
  expect(connectivityInWords({ ...model, ratings: 0 })).toBe('Nothing is rated yet.');
  expect(reliabilityInWords(model)).toContain('A single rating carries 25 %');
  expect(reliabilityInWords({ ...model, basis: 'placeholder' })).toContain('stand in until');
});

it('says how far fellows and supervisors agree, and nothing below ten pairs', () => {
  expect(agreementInWords({ pairs: 9 })).toBe('9 pairs, too few to say (10 needed)');
  const agreement = {
    ...{ pairs: 40, same: 28, low: 0.55, high: 0.82, difference: -0.3 },
    kappa: { low: 0.2, high: 0.6, value: 0.4 },
  };
  expect(agreementInWords({ pairs: 40, agreement })).toBe(
    '55 % to 82 % the same, 28 of 40; weighted kappa 0.20 to 0.60, estimate 0.40',
  );
  const { kappa: _none, ...alike } = agreement;
  expect(agreementInWords({ pairs: 40, agreement: alike })).toContain('kappa not defined');
  expect(differenceInWords({ pairs: 40, agreement })).toBe(
    'Supervisors give 0.3 points less than fellows give themselves.',
  );
});
