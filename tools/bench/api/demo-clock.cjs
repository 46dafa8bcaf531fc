// Loaded before the server: its clock starts on the day after the kept demo year, whose people are then still there.
const RealDate = Date;
const ahead = RealDate.parse('2026-11-24T15:00:00Z') - RealDate.now();
const now = () => RealDate.now() + ahead;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given) => (given.length === 0 ? new target(now()) : Reflect.construct(target, given)),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
