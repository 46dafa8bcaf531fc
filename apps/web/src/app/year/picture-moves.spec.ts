import type { FellowYearView } from '@countersign/contracts/schedule/views';
import { BarHold } from './bar-hold';
import { keyDone } from './picture-keys';
import { partAt, PicturePointer, type Grip } from './picture-pointer';
import { pictureRows, type Bar, type RotationBar } from './picture-rows';

/* A drawing of 365 px: a pixel a day. */
const span = { fromOn: '2026-07-01', toOn: '2027-06-30' };
const track = { left: 0, width: 365 };
const rotation = (id: string, fromOn: string, toOn: string) => ({
  ...{ id, fromOn, toOn, siteId: 'n', name: id, service: 100 },
});
const fellow = (id: string, rotations: FellowYearView['rotations']): FellowYearView => ({
  ...{ id, name: id, ...span, rotations },
  leave: [{ id: `${id} off`, kind: 'vacation', fromOn: '2026-07-10', toOn: '2026-07-16' }],
});
const rows = pictureRows({
  fellows: [
    fellow('f', [rotation('one', '2026-07-01', '2026-07-31'), rotation('two', '2026-09-01', '2027-06-30')]),
    fellow('g', [rotation('three', '2026-06-01', '2027-06-30')]),
  ],
  ...{ span, sites: new Map(), today: '2026-11-23' },
});
const bar = (key: string) => rows.flatMap(({ bars }) => bars).find((one) => one.key === key) as Bar;
const one = bar('one') as RotationBar;
const key = (name: string, held: Partial<KeyboardEvent> = {}) => ({
  ...{ key: name, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false },
  ...held,
});

describe('keys', () => {
  const walk = (name: string, from: string) => {
    const done = keyDone(key(name), bar(from), rows, new BarHold());
    return done?.does === 'walk' ? done.to.key : undefined;
  };

  it('walk from bar to bar, along the rows and to who is where at that time', () => {
    expect(walk('ArrowRight', 'one')).toBe('f off');
    expect(walk('ArrowRight', 'two')).toBe('three');
    expect(walk('ArrowLeft', 'one')).toBeUndefined();
    expect(walk('ArrowDown', 'f off')).toBe('g off');
    expect(walk('ArrowUp', 'three')).toBe('one');
    expect([walk('Home', 'two'), walk('End', 'one')]).toEqual(['one', 'two']);
    expect(keyDone(key('ArrowRight', { altKey: true }), one, rows, new BarHold())).toBeUndefined();
  });

  it('take a rotation in hand, move it or an end, and put it down or back', () => {
    const hold = new BarHold();
    const press = (name: string, held?: Partial<KeyboardEvent>) => keyDone(key(name, held), one, rows, hold);
    expect(press('Enter')).toEqual({ does: 'hold' });
    press('ArrowRight');
    press('ArrowRight', { shiftKey: true });
    press('ArrowLeft', { altKey: true });
    press('ArrowRight', { ctrlKey: true });
    expect(hold.now()?.days).toEqual({ fromOn: '2026-07-10', toOn: '2026-08-07' });
    expect(press('Escape')).toEqual({ does: 'back' });
    expect(hold.now()).toBeNull();
    press('Enter');
    expect(press('Enter')).toEqual({ does: 'back' });
    press('Enter');
    press('ArrowRight');
    expect(press('Enter')).toMatchObject({ does: 'send', held: { days: { fromOn: '2026-07-02' } } });
    expect([hold.now()?.sent, press('ArrowRight'), hold.take(one)]).toEqual([true, undefined, false]);
    hold.release();
    expect(hold.now()).toBeNull();
  });

  it('open what is no rotation', () => {
    expect(keyDone(key('Enter'), bar('f off'), rows, new BarHold())).toMatchObject({ does: 'open' });
  });
});

describe('a pointer', () => {
  const start = (x: number, on?: Grip['bar']) => {
    const hold = new BarHold();
    const pointer = new PicturePointer(hold, () => span);
    const [row] = rows;
    pointer.down({ x, track, row: row!, ...(on && { bar: on }) });
    return { hold, pointer };
  };
  const on = { bar: one, left: 0, right: 31 };

  it('takes an end near it, and no end that is not drawn', () => {
    expect([partAt(2, on, span), partAt(15, on, span), partAt(29, on, span)]).toEqual([
      'first',
      'whole',
      'last',
    ]);
    expect(partAt(2, { bar: bar('three'), left: 0, right: 364 }, span)).toBe('whole');
  });

  it('moves a bar by days or weeks, and a twitch is a click', () => {
    const { hold, pointer } = start(15, on);
    pointer.move(17, false);
    expect([hold.now(), pointer.hasDragged]).toEqual([null, false]);
    pointer.move(25, false);
    expect(hold.now()?.days).toEqual({ fromOn: '2026-07-11', toOn: '2026-08-10' });
    pointer.move(25, true);
    expect(hold.now()?.days.fromOn).toBe('2026-07-08');
    expect([pointer.up(), pointer.up(), pointer.hasDragged]).toEqual([true, false, true]);
  });

  it('draws days over empty space, in training only, and leaves leave where it is', () => {
    const { pointer } = start(40);
    expect(pointer.move(50, false)?.days).toEqual({ fromOn: '2026-08-10', toOn: '2026-08-20' });
    expect(pointer.move(-20, false)?.days.fromOn).toBe('2026-07-01');
    const leave = start(12, { bar: bar('f off'), left: 9, right: 16 });
    expect([leave.pointer.move(40, false), leave.hold.now()]).toEqual([null, null]);
  });
});
