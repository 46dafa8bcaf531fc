import { isSameSite } from './same-site';

const own = 'https://log.example.org';

describe('A request is from our own pages', () => {
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'none' }, true],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ origin: 'http://localhost:3000', host: 'localhost:3000' }, true],
    [{ origin: 'http://evil.example', host: 'localhost:3000' }, false],
    [{ origin: 'null', host: 'localhost:3000' }, false],
    [{ host: 'localhost:3000' }, true],
  ])('where no public address is set, by its own host: %j: %s', (headers, expected) => {
    expect(isSameSite(headers, undefined)).toBe(expected);
  });

  it.each([
    [{ origin: own, host: '10.0.0.7:3000' }, true],
    [{ origin: 'http://log.example.org', host: 'log.example.org' }, false],
    [{ origin: 'https://evil.example', host: 'evil.example' }, false],
    [{ origin: 'null', host: 'log.example.org' }, false],
    [{ 'sec-fetch-site': 'cross-site', origin: own }, false],
    [{ host: 'log.example.org' }, true],
  ])('where one is set, by that alone, whatever host the request names: %j: %s', (headers, expected) => {
    expect(isSameSite(headers, own)).toBe(expected);
  });
});
