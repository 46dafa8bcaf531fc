import { HttpErrorResponse } from '@angular/common/http';
import { fieldProblem, ProblemError, problemOf } from './problem';

const invalid = {
  type: 'about:blank',
  code: 'request/invalid',
  status: 400,
  title: 'Some fields need attention.',
  errors: [{ pointer: '/email', code: 'email', title: 'Not an e-mail address.' }],
};

describe('problemOf', () => {
  it('reads the problem that the server sent', () => {
    expect(problemOf(new HttpErrorResponse({ status: 400, error: invalid }))).toEqual(invalid);
  });

  it('finds it again inside what a resource or a call was rejected with', () => {
    expect(problemOf(new ProblemError(invalid))).toBe(invalid);
    const wrapped = new Error('failed', { cause: new HttpErrorResponse({ status: 400, error: invalid }) });
    expect(problemOf(wrapped)).toEqual(invalid);
  });

  it('calls no answer at all offline', () => {
    expect(problemOf(new HttpErrorResponse({ status: 0 })).code).toBe('network/offline');
  });

  it.each([
    ['a page of a proxy', '<html>Bad gateway</html>'],
    ['JSON of another kind', { message: 'Bad gateway' }],
    ['nothing', null],
  ])('does not take %s for a problem of the API, but keeps its status', (_, error) => {
    expect(problemOf(new HttpErrorResponse({ status: 502, error }))).toMatchObject({
      code: 'network/unreadable',
      status: 502,
    });
  });

  it('has words for a mistake of the page itself', () => {
    expect(problemOf(new TypeError('x is undefined')).code).toBe('app/unexpected');
  });
});

it('finds the problem of a field by its pointer', () => {
  expect(fieldProblem(invalid, '/email')).toBe('Not an e-mail address.');
  expect(fieldProblem(invalid, '/password')).toBeUndefined();
  expect(fieldProblem(null, '/email')).toBeUndefined();
});
