import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ServerClock } from '../platform/program-clock';
import { control, pageProviders, problem, signIn, SpecServer, textIn } from '../testing/page';
import { BoardPage } from './board-page';
import { DisplayPage } from './display-page';
import { DisplaysPage } from './displays-page';
import { board } from './testing';

const SECRET = 'secret-of-the-ward';

/** Whatever a page asks next is answered after this many ms of waiting. */
async function after(ms: number): Promise<void> {
  await jest.advanceTimersByTimeAsync(ms);
  TestBed.tick();
}

describe('The board', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [...pageProviders, provideRouter([])] }));

  it('says for each fellow and procedure what may be done, under which supervision and until when', async () => {
    const server = new SpecServer({ '/board': board });
    await signIn('supervisor');
    const fixture = TestBed.createComponent(BoardPage);
    await server.settle();
    const page = fixture.nativeElement as HTMLElement;
    const lines = [...page.querySelectorAll('tbody tr')].map(textIn);
    expect(lines).toHaveLength(4);
    expect(lines[2]).toMatch(/Lena Müller Northgate ASC · Interventional Lumbar transforaminal epidural/);
    expect(lines[2]).toMatch(
      /Indirect, immediately available .* demonstration, not to be relied on Jun 30, 2027/,
    );
    expect(textIn(page)).toContain('as of Nov 23, 2026, 12:00');
    expect(textIn(page)).not.toContain('Displays');
    control<HTMLButtonElement>(page, 'button', 'All fellows').click();
    TestBed.tick();
    expect(textIn(page.querySelector('tbody:last-child'))).toContain(
      'Direct again sign-off paused on Nov 20',
    );
    const search = control<HTMLInputElement>(page, 'input', 'Search fellow or procedure');
    search.value = 'oka celiac';
    search.dispatchEvent(new Event('input'));
    TestBed.tick();
    expect([...page.querySelectorAll('tbody tr')]).toHaveLength(1);
    expect(textIn(page)).toContain('1 line');
    search.value = 'xyz';
    search.dispatchEvent(new Event('input'));
    TestBed.tick();
    expect(textIn(page)).toContain(
      'Nothing on the board for this. Then it is direct: supervisor in the room.',
    );
  });

  it('prints a page for each site, with what is more than direct', async () => {
    const server = new SpecServer({ '/board': board });
    await signIn('director');
    const fixture = TestBed.createComponent(BoardPage);
    await server.settle();
    const search = control<HTMLInputElement>(
      fixture.nativeElement as HTMLElement,
      'input',
      'Search fellow or procedure',
    );
    // What is looked for on the page takes nothing off the paper.
    search.value = 'celiac';
    search.dispatchEvent(new Event('input'));
    TestBed.tick();
    window.dispatchEvent(new Event('beforeprint'));
    const pages = [...(fixture.nativeElement as HTMLElement).querySelectorAll('cs-board-print section')];
    expect(pages.map((page) => textIn(page.querySelector('p')))).toEqual([
      'Northgate ASC · Harbor',
      'No site today · Harbor',
    ]);
    expect(textIn(pages[0] ?? null)).toContain('Good today only.');
    expect(pages[0]?.querySelectorAll('tbody tr')).toHaveLength(1);
    expect(textIn(pages[0] ?? null)).toContain('Everything else , for Lena Müller: direct');
    window.dispatchEvent(new Event('afterprint'));
    expect((fixture.nativeElement as HTMLElement).querySelector('cs-board-print')).toBeNull();
  });
});

describe('A screen in a ward', () => {
  let http: HttpTestingController;
  let page: HTMLElement;

  beforeEach(() => {
    jest.useFakeTimers();
    window.location.hash = SECRET;
    TestBed.configureTestingModule({ providers: [...pageProviders, provideRouter([])] });
    http = TestBed.inject(HttpTestingController);
    page = TestBed.createComponent(DisplayPage).nativeElement as HTMLElement;
    TestBed.tick();
  });
  afterEach(() => {
    jest.useRealTimers();
    window.location.hash = '';
  });

  const asked = () => http.expectOne('/api/board-display');
  const shown = { ...board, ward: 'Room 2', siteId: 'n' };

  it('opens by the secret behind the #, sent as a header, and chooses the site of its link', async () => {
    const request = asked();
    expect(request.request.headers.get('X-Display')).toBe(SECRET);
    request.flush(shown);
    await after(0);
    expect(textIn(page)).toContain('Room 2, Harbor');
    expect([...page.querySelectorAll('tbody')]).toHaveLength(1);
  });

  it('asks every three seconds, and keeps what it knows and says how old it is while nobody answers', async () => {
    asked().flush(shown);
    await after(0);
    const clock = TestBed.inject(ServerClock);
    const heard = clock.now();
    for (let second = 0; second < 57; second += 3) {
      await after(3_000);
      asked().error(new ProgressEvent('error'));
      await after(0);
    }
    expect(textIn(page)).not.toContain('Not current');
    for (let second = 0; second < 9; second += 3) {
      await after(3_000);
      asked().error(new ProgressEvent('error'));
      await after(0);
    }
    expect(clock.now() - heard).toBeGreaterThan(60_000);
    expect(textIn(page)).toMatch(/Not current: last heard .* \(1 min ago\)/);
    expect([...page.querySelectorAll('tbody')]).toHaveLength(1);
    await after(3_000);
    asked().flush(shown);
    await after(0);
    expect(textIn(page)).not.toContain('Not current');
  });

  it('shows no name any more once its link is revoked, and stops asking', async () => {
    asked().flush(shown);
    await after(3_000);
    asked().flush(problem('access/not-found', 404), { status: 404, statusText: 'Not Found' });
    await after(0);
    expect(textIn(page)).toContain('This address shows nothing any more');
    expect(textIn(page)).not.toContain('Müller');
    await after(10_000);
    http.expectNone('/api/board-display');
  });
});

describe('The links of a program', () => {
  it('are made, and the address with its code is shown once', async () => {
    TestBed.configureTestingModule({ providers: [...pageProviders, provideRouter([])] });
    const link = {
      ...{ id: 'l', ward: 'Room 2', madeBy: 'Dr. Amundsen', madeAt: board.asOf },
      ...{ expiresOn: '2027-11-23', open: true },
    };
    const server = new SpecServer({
      '/display-links': { today: board.today, sites: board.sites, links: [] },
    });
    await signIn('director');
    const fixture = TestBed.createComponent(DisplaysPage);
    await server.settle();
    const page = fixture.nativeElement as HTMLElement;
    const ward = control<HTMLInputElement>(page, 'input', 'Ward or room');
    ward.value = 'Room 2';
    ward.dispatchEvent(new Event('input'));
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    const request = server.expect('POST', '/display-links');
    expect(request.request.body).toEqual({ ward: 'Room 2', expiresOn: '2027-11-23' });
    request.flush({ link, secret: SECRET });
    server.answers['/display-links'] = { today: board.today, sites: board.sites, links: [link] };
    await server.settle();
    const address = control<HTMLInputElement>(page, 'input', 'Address').value;
    expect(address).toBe(`${window.location.origin}/display#${SECRET}`);
    expect(page.querySelector('cs-qr path')?.getAttribute('d')).toMatch(/^M4 4h1v1h-1z/);
    expect(textIn(page.querySelector('ul'))).toContain('Works until Nov 23, 2027, all sites');
    control<HTMLButtonElement>(page, 'button', 'Done').click();
    await server.settle();
    expect(textIn(page)).not.toContain('shown this once');
  });
});
