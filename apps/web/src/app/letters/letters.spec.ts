import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { LetterDraftView, LetterView } from '@countersign/contracts/credentials/views';
import { sha256 } from '@noble/hashes/sha2.js';
import { letter } from '../testing/letter';
import { control, fakeDialogs, pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { LetterPage } from './letter-page';
import { LettersPage } from './letters-page';

const view: LetterView = {
  id: 'l1',
  revision: 1,
  kind: 'record',
  fellow: { id: 'tanaka', name: 'M. Tanaka' },
  asOf: '2026-11-20',
  demonstration: true,
  issuedBy: { id: 'amundsen', name: 'Dr. Amundsen' },
  issuedAt: Date.UTC(2026, 10, 20, 15),
  digest: 'ab'.repeat(32),
};

beforeEach(() => {
  fakeDialogs();
  TestBed.configureTestingModule({ providers: [...pageProviders, provideRouter([])] });
});

describe('The list of letters', () => {
  const open = async (role: 'fellow' | 'director') => {
    const server = new SpecServer({ '/letters': { letters: [view] } });
    await signIn(role);
    const fixture = TestBed.createComponent(LettersPage);
    await server.settle();
    return { server, page: fixture.nativeElement as HTMLElement };
  };

  it('lets a fellow take an own letter away, as PDF and as signed record, and not take it back', async () => {
    const { page } = await open('fellow');
    expect(textIn(page)).toContain('Record of training: M. Tanaka');
    expect(textIn(page)).toContain('Demonstration');
    const links = [...page.querySelectorAll<HTMLAnchorElement>('a[download]')].map((link) =>
      link.getAttribute('href'),
    );
    expect(links).toEqual(['/api/programs/p/letters/l1/pdf', '/api/programs/p/letters/l1/credential']);
    expect(textIn(page)).not.toContain('Take back');
  });

  it('lets a director take one back, with the reason', async () => {
    const { page, server } = await open('director');
    control<HTMLButtonElement>(page, 'button', 'Take back').click();
    await server.settle();
    const why = page.querySelector('textarea');
    if (!why) throw new Error('nobody asks why');
    why.value = 'Replaced.';
    why.dispatchEvent(new Event('input'));
    await server.settle();
    control<HTMLButtonElement>(page, 'button', 'Take it back').click();
    await server.settle();
    const call = server.expect('POST', '/letters/l1/revocation');
    expect([call.request.body, call.request.headers.get('If-Match')]).toMatchObject([
      { reason: 'Replaced.' },
      '"1"',
    ]);
    call.flush({ ...view, revision: 2, revokedAt: Date.UTC(2026, 10, 23), revokedFor: 'Replaced.' });
    await server.settle();
    expect(textIn(page)).toContain('Taken back');
  });
});

describe('The page on which a letter is signed', () => {
  const { attestation: _, attestedBy: _by, ...content } = letter;
  const draft: LetterDraftView = {
    content: JSON.stringify(content),
    digest: 'the server’s own word, which is not looked at',
    statementVersion: 1,
    competencies: [],
  };
  let fixture: ComponentFixture<LetterPage>;
  const page = () => fixture.nativeElement as HTMLElement;

  it('shows what is signed, asks for statement and password, and returns the digest of what it showed', async () => {
    const server = new SpecServer({ '/fellows/tanaka/letter-draft': draft });
    await signIn('director');
    fixture = TestBed.createComponent(LetterPage);
    fixture.componentRef.setInput('fellowId', 'tanaka');
    await server.settle();
    expect(textIn(page().querySelector('.paper'))).toContain(letter.name);
    expect(textIn(page())).toContain('Accept the statement to sign');
    page().querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    await server.settle();
    expect(textIn(page())).toContain('Enter your password to sign');
    const password = page().querySelector<HTMLInputElement>('input[type=password]');
    if (!password) throw new Error('no password is asked for');
    password.value = 'open sesame';
    password.dispatchEvent(new Event('input'));
    await server.settle();
    control<HTMLButtonElement>(page(), 'button', 'Sign the letter').click();
    await server.settle();
    const { body } = server.expect('POST', '/fellows/tanaka/letters').request;
    const shownDigest = Buffer.from(sha256(new TextEncoder().encode(draft.content))).toString('hex');
    expect(body).toMatchObject({ kind: 'record', shownDigest, statementVersion: 1, password: 'open sesame' });
  });
});
