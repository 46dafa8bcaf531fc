import { Fifo } from './fifo';

describe('The queue of the embedded database', () => {
  it('runs jobs one after another, in order, whatever they take', async () => {
    const fifo = new Fifo();
    const seen: string[] = [];
    const job = (name: string, ms: number) => async () => {
      seen.push(`${name} starts`);
      await new Promise((wake) => setTimeout(wake, ms));
      seen.push(`${name} ends`);
      return name;
    };
    const outcomes = await Promise.all([fifo.run(job('slow', 20)), fifo.run(job('quick', 0))]);
    expect(outcomes).toEqual(['slow', 'quick']);
    expect(seen).toEqual(['slow starts', 'slow ends', 'quick starts', 'quick ends']);
  });

  it('passes a failure to its own caller and goes on', async () => {
    const fifo = new Fifo();
    const broken = fifo.run(() => Promise.reject(new Error('broken')));
    const next = fifo.run(() => Promise.resolve('next'));
    await expect(broken).rejects.toThrow('broken');
    await expect(next).resolves.toBe('next');
  });
});
