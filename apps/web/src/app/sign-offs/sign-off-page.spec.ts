import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { webcrypto } from 'node:crypto';
import { TextDecoder, TextEncoder } from 'node:util';
import type { SignOffView } from '@countersign/contracts/sign-offs/views';
import {
  bufferOf,
  control,
  fakeDialogs,
  pageProviders,
  problem,
  signIn,
  SpecServer,
  textIn,
} from '../testing/page';
import { catalogue } from '../testing/program';
import { SignOffPage } from './sign-off-page';
import { document as content, openedOf, sha256, signature, signOff } from './testing';

// What every browser has and jsdom has not.
Object.assign(globalThis, { TextDecoder, TextEncoder });

let server: SpecServer;
let fixture: ComponentFixture<SignOffPage>;
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
const paper = () => page().querySelector('cs-signing-paper');
const button = (name: string): HTMLButtonElement => control(page(), 'button', name);
const password = () => control<HTMLInputElement>(page(), 'input', 'Re-enter your password to sign');
const meanings = () => [...page().querySelectorAll<HTMLInputElement>('.meanings input')];
const alerts = () => [...page().querySelectorAll('[role="alert"]')].map(textIn).filter(Boolean);
const settle = async () => {
  // The digest is computed in another task than the answers.
  for (let round = 0; round < 3; round += 1) {
    await server.settle();
    await new Promise((over) => setTimeout(over, 5));
  }
};

async function open(role: 'fellow' | 'supervisor' | 'director', view: SignOffView): Promise<void> {
  TestBed.configureTestingModule({ providers: [...pageProviders, provideRouter([])] });
  server = new SpecServer({ '/sign-offs/s1': view, '/catalogue': catalogue });
  await signIn(role);
  fixture = TestBed.createComponent(SignOffPage);
  fixture.componentRef.setInput('signOffId', 's1');
  await settle();
}

async function openToSign(opened = openedOf(content)): Promise<void> {
  await open('supervisor', signOff());
  server.expect('POST', '/sign-offs/s1/documents').flush(opened);
  await settle();
}

async function fillIn(secret = 'right'): Promise<void> {
  meanings()[0]?.dispatchEvent(new Event('change'));
  password().value = secret;
  password().dispatchEvent(new Event('input'));
  await settle();
}

beforeAll(() => {
  fakeDialogs();
  Object.defineProperty(globalThis.crypto, 'subtle', { value: webcrypto.subtle, configurable: true });
});

describe('The page on which a competency is signed', () => {
  it('is drawn from the bytes alone: the sentence first, every rule with its number, the chart, no waiver', async () => {
    await openToSign(openedOf({ ...content, fellow: { id: 'tanaka', name: 'Another Name' } }));
    expect(textIn(paper()?.querySelector('h2') ?? null)).toBe(
      'Another Name may perform lumbar transforaminal epidural with indirect supervision, supervisor immediately available.',
    );
    expect([...(paper()?.querySelectorAll('.rules li') ?? [])].map(textIn)).toEqual([
      'At least 20 sessions 20 of 20',
      'With at least 2 different supervisors : Dr. Osei, Dr. Lindqvist 2 of 2',
    ]);
    expect(textIn(paper())).toContain('Both rules are met');
    expect(textIn(paper())).toContain('LC-CUSUM; adequate 10 %, inadequate 30 % failures');
    expect(textIn(paper())).toContain('No waiver.');
    expect(textIn(paper())).toContain('demonstration');
    expect(textIn(paper())).toContain(
      sha256(JSON.stringify({ ...content, fellow: { id: 'tanaka', name: 'Another Name' } })).slice(0, 4),
    );
  });

  it('shows nothing and signs nothing where the bytes are not the ones that the server names', async () => {
    await openToSign(openedOf(content, { digest: 'f'.repeat(64) }));
    expect(paper()).toBeNull();
    expect(page().querySelector('cs-signing-panel')).toBeNull();
    expect(alerts().join()).toContain('This page cannot show the document');
  });

  it('never chooses the meaning, and the button says what is missing', async () => {
    await openToSign(openedOf(content, { statementAcceptedAt: undefined as never }));
    expect(meanings().map(({ checked }) => checked)).toEqual([false, false]);
    button('Choose the meaning, accept the statement, and enter your password').click();
    server.expectNone('POST');
    await fillIn();
    expect(button('Accept the statement').getAttribute('aria-disabled')).toBe('true');
  });

  it('sends back the digest of the bytes, and one id however often it is sent', async () => {
    await openToSign();
    await fillIn();
    button('Sign as supervisor').click();
    const first = server.expect('POST', '/sign-offs/s1/signatures');
    const { id, ...rest } = first.request.body as { id: string };
    expect(rest).toEqual({
      ...{ meaning: 'competency-granted', password: 'right', digest: sha256(JSON.stringify(content)) },
    });
    // Pressed again while it is on its way: nothing more is sent.
    page()
      .querySelector('form')
      ?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    first.error(new ProgressEvent('error'));
    await settle();
    button('Sign as supervisor').click();
    const again = server.expect('POST', '/sign-offs/s1/signatures');
    expect((again.request.body as { id: string }).id).toBe(id);
    server.answers['/sign-offs/s1/documents'] = content;
    again.flush(
      signOff({ state: 'partly-signed', signatures: [signature], turn: 'director', acts: ['decline'] }),
    );
    await settle();
    expect(textIn(page().querySelector('.hand h2'))).toBe('Signed by one of two. It waits for the director.');
    expect(textIn(page().querySelector('cs-signature-blocks'))).toContain('Dr. Osei');
  });

  it('says at the password that it was wrong, and asks for it anew', async () => {
    await openToSign();
    await fillIn('wrong');
    button('Sign as supervisor').click();
    server
      .expect('POST', '/sign-offs/s1/signatures')
      .flush(
        { ...problem('signature/password-wrong', 401), values: { left: 4 } },
        { status: 401, statusText: 'Unauthorized' },
      );
    await settle();
    expect(password().value).toBe('');
    expect(password().getAttribute('aria-invalid')).toBe('true');
    expect(alerts()).toEqual([expect.stringContaining('That password did not match. Nothing was signed.')]);
    expect(meanings()[0]?.checked).toBe(true);
  });

  it('refuses what changed meanwhile, names what changed, and clears meaning and password', async () => {
    await openToSign();
    await fillIn();
    button('Sign as supervisor').click();
    server
      .expect('POST', '/sign-offs/s1/signatures')
      .flush(problem('sign-off/stale-page', 409), { status: 409, statusText: 'Conflict' });
    await settle();
    const [first, ...others] = content.rules;
    const now = { ...content, rules: [{ ...first, value: 19, met: false }, ...others] };
    server.expect('POST', '/sign-offs/s1/documents').flush(openedOf(now));
    await settle();
    expect(alerts().join()).toContain('This changed while you read. Nothing was signed.');
    expect(alerts().join()).toContain('“At least 20 sessions” went from 20 to 19 of 20.');
    expect(page().querySelector('cs-signing-panel')).toBeNull();
    expect(textIn(paper())).toContain('20 of 20');
    button('Show the new document').click();
    await settle();
    expect(textIn(paper())).toContain('19 of 20');
    expect([password().value, meanings().some(({ checked }) => checked)]).toEqual(['', false]);
  });
});

describe('A sign-off that others sign', () => {
  it('shows the document to the byte as it was signed, and strikes a signature through that was taken back', async () => {
    const text = JSON.stringify(content);
    const signed = { ...signature, documentDigest: sha256(text) };
    await open(
      'fellow',
      signOff({ state: 'revoked', signatures: [signed], acts: [], turn: undefined as never }),
    );
    server.expect('GET', `/sign-offs/s1/documents/${sha256(text)}`).flush(bufferOf(text));
    await settle();
    expect(textIn(paper())).toContain('Signed is exactly what is inside this edge');
    expect(textIn(page().querySelector('cs-signature-blocks s'))).toBe('Dr. Osei');
    expect(textIn(page().querySelector('cs-signature-blocks')).replace(/\s/g, ' ')).toContain(
      'Fri, Nov 20, 2026, 10:42:07 AM CST · 16:42:07 UTC',
    );
  });
});
