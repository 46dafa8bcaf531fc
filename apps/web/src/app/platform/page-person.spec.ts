import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { OtherTabs } from './other-tabs';
import { namePerson, PagePerson } from './page-person';

let http: HttpClient;
let server: HttpTestingController;

beforeEach(() => {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(withInterceptors([namePerson])), provideHttpClientTesting()],
  });
  http = TestBed.inject(HttpClient);
  server = TestBed.inject(HttpTestingController);
});

it('Identity (a): every request names the person to whom the page belongs', () => {
  http.post('/api/before', {}).subscribe();
  expect(server.expectOne('/api/before').request.headers.has('X-Person')).toBe(false);
  TestBed.inject(PagePerson).id.set('tanaka');
  http.post('/api/write', {}).subscribe();
  expect(server.expectOne('/api/write').request.headers.get('X-Person')).toBe('tanaka');
  http.get('/api/read').subscribe();
  expect(server.expectOne('/api/read').request.headers.get('X-Person')).toBe('tanaka');
});

it('Identity (a): what is refused as somebody else’s makes the page look who is signed in', () => {
  const tabs = TestBed.inject(OtherTabs);
  http.post('/api/write', {}).subscribe({ error: () => undefined });
  const refusal = { code: 'session/other-person', status: 403, title: '' };
  server.expectOne('/api/write').flush(refusal, { status: 403, statusText: 'Forbidden' });
  expect(tabs.doubts()).toBe(1);
  http.post('/api/write', {}).subscribe({ error: () => undefined });
  const other = { code: 'access/not-allowed', status: 403, title: '' };
  server.expectOne('/api/write').flush(other, { status: 403, statusText: 'Forbidden' });
  expect(tabs.doubts()).toBe(1);
});

it('Identity (a): a page to which its person comes back after another sign-in looks who is signed in', () => {
  const tabs = TestBed.inject(OtherTabs);
  document.cookie = 'XSRF-TOKEN=first';
  tabs.settle();
  window.dispatchEvent(new Event('focus'));
  expect(tabs.doubts()).toBe(0);
  document.cookie = 'XSRF-TOKEN=second';
  window.dispatchEvent(new Event('focus'));
  expect(tabs.doubts()).toBe(1);
});
