import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { fakeDialogs, pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { Privacy } from '../platform/privacy';
import { AskForSignOff } from './ask-for-sign-off';
import { newestOf } from './newest-of';
import { signature, signOff } from './testing';

const absent = undefined as never;
let server: SpecServer;
let fixture: ComponentFixture<AskForSignOff>;
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
const buttons = () =>
  [...page().querySelectorAll(':scope > button')].map((button) => button.getAttribute('aria-label'));

async function open(
  role: 'fellow' | 'director' | 'supervisor',
  { isMet = true, standing = 'demonstration', newest = {} }: Record<string, unknown> = {},
): Promise<void> {
  TestBed.configureTestingModule({ providers: [...pageProviders, provideRouter([])] });
  server = new SpecServer({});
  await signIn(role);
  await TestBed.inject(Privacy).load();
  fixture = TestBed.createComponent(AskForSignOff);
  const inputs = { fellowId: 'tanaka', competencyId: 'tfesi', title: 'Lumbar', isMet, standing, newest };
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await server.settle();
}

beforeAll(fakeDialogs);

it('offers a fellow to ask once every rule is met, under a set that binds', async () => {
  await open('fellow');
  expect(buttons()).toEqual(['Ask for sign-off, Lumbar']);
  page().querySelector<HTMLButtonElement>('button')?.click();
  const call = server.expect('POST', '/sign-offs');
  expect(call.request.body).toEqual({ id: expect.any(String), fellowId: 'tanaka', competencyId: 'tfesi' });
});

it.each([
  ['fellow', { isMet: false }],
  ['fellow', { standing: 'example' }],
  ['director', { standing: 'unverified' }],
  ['supervisor', {}],
  ['director', { newest: { pending: signOff() } }],
] as const)('offers a %s nothing to ask for: %j', async (role, how) => {
  await open(role, how);
  expect(buttons()).toEqual([]);
});

it('lets the director ask although a rule is not met, with the words of a waiver', async () => {
  await open('director', { isMet: false });
  expect(buttons()).toEqual(['Ask with a waiver, Lumbar']);
  page().querySelector<HTMLButtonElement>(':scope > button')?.click();
  const send = page().querySelector<HTMLButtonElement>('dialog [type=submit]');
  send?.click();
  await server.settle();
  expect(textIn(page().querySelector('dialog'))).toContain('Say in a sentence why.');
  const area = page().querySelector('textarea') as HTMLTextAreaElement;
  area.value = 'Two supervisors saw all cases.';
  area.dispatchEvent(new Event('input'));
  send?.click();
  await server.settle();
  expect(server.expect('POST', '/sign-offs').request.body).toMatchObject({
    reason: 'Two supervisors saw all cases.',
  });
});

it('says who signed and whether it holds, and where a request is', async () => {
  const held = signOff({ state: 'lapsed', signatures: [signature], turn: absent });
  await open('fellow', { newest: { held } });
  expect(textIn(page())).toBe('lapsed lapsed, was signed by Dr. Osei, Nov 20, 2026, demonstration');
  TestBed.resetTestingModule();
  await open('fellow', { newest: { pending: signOff({ askedAt: Date.UTC(2026, 10, 20, 18) }) } });
  expect(textIn(page())).toBe('sign-off asked on Nov 20, 2026, supervisor is next');
});

it('finds what is held and what is asked for beside it, and nothing that has ended', () => {
  const held = signOff({ id: 'h', state: 'signed', turn: absent });
  const renewal = signOff({ id: 'r' });
  const revoked = signOff({ id: 'x', state: 'revoked', turn: absent, competencyId: 'other' });
  const find = newestOf([held, renewal, revoked]);
  expect(find('tanaka', 'tfesi')).toEqual({ held, pending: renewal });
  expect([find('tanaka', 'other'), find('somebody', 'tfesi')]).toEqual([{}, {}]);
});
