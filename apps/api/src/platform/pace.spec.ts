import { EventEmitter } from 'node:events';
import type { Request, Response } from 'express';
import { Pace } from './pace';

const at = (ip: string) => ({ ip }) as Request;

describe('The pace of refusals', () => {
  let pace: Pace;
  beforeEach(() => (pace = new Pace()));

  /** Opens so many requests of an address; each ends by its own function. */
  function open(ip: string, count: number): (() => void)[] {
    return Array.from({ length: count }, () => {
      const response = new EventEmitter();
      let goesOn = false;
      pace.count(at(ip), response as unknown as Response, () => (goesOn = true));
      expect(goesOn).toBe(true);
      return () => void response.emit('close');
    });
  }

  it('lets whoever asks one thing after another go', () => {
    for (let nth = 0; nth < 100; nth += 1) {
      const [end] = open('192.0.2.1', 1);
      expect(pace.lateBy('192.0.2.1')).toBe(0);
      end?.();
    }
  });

  it('makes it later the more an address has open, up to a second', () => {
    const lates = [1, 2, 8, 51, 500].map((count) => {
      const ends = open('192.0.2.1', count);
      const late = pace.lateBy('192.0.2.1');
      for (const end of ends) end();
      return late;
    });
    expect(lates).toEqual([0, 20, 140, 1_000, 1_000]);
  });

  it('asks nothing of another address, nor of the same one once what was open is over', () => {
    const ends = open('192.0.2.1', 8);
    open('192.0.2.2', 1);
    expect(pace.lateBy('192.0.2.2')).toBe(0);
    for (const end of ends) end();
    open('192.0.2.1', 1);
    expect(pace.lateBy('192.0.2.1')).toBe(0);
  });

  it('knows nothing of a request that it did not count', () => {
    expect(pace.lateBy(undefined)).toBe(0);
  });
});
