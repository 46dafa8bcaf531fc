import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { pageProviders, signIn } from '../testing/page';
import { ProgramClock, readServerClock, ServerClock } from './program-clock';

it('Time (f): takes the time from the server, whatever this device believes', () => {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(withInterceptors([readServerClock])), provideHttpClientTesting()],
  });
  TestBed.inject(HttpClient).get('/api/any').subscribe();
  const headers = { Date: 'Tue, 24 Nov 2037 05:59:30 GMT' };
  TestBed.inject(HttpTestingController).expectOne('/api/any').flush({}, { headers });
  const away = TestBed.inject(ServerClock).now() - Date.parse(headers.Date);
  expect(Math.abs(away)).toBeLessThan(1000);
  TestBed.inject(ServerClock).set('no date');
  expect(TestBed.inject(ServerClock).now()).toBeGreaterThan(Date.parse('2037-01-01'));
});

it('Time (d): goes on to the next day at the program’s midnight while the page is open', async () => {
  TestBed.configureTestingModule({ providers: pageProviders });
  await signIn();
  const server = TestBed.inject(ServerClock);
  server.set('Tue, 24 Nov 2026 05:59:30 GMT');
  const clock = TestBed.inject(ProgramClock);
  expect(clock.today()).toBe('2026-11-23');
  const before = clock.now();
  const real = Date.now();
  const later = jest.spyOn(Date, 'now').mockReturnValue(real + 45_000);
  window.dispatchEvent(new Event('focus'));
  expect(clock.now() - before).toBeGreaterThanOrEqual(44_000);
  expect(clock.today()).toBe('2026-11-24');
  later.mockRestore();
});

it('Time (f): tells the day of an instant where the program is', async () => {
  TestBed.configureTestingModule({ providers: pageProviders });
  await signIn();
  expect(TestBed.inject(ProgramClock).dayOf(Date.parse('2026-01-01T05:59:00Z'))).toBe('2025-12-31');
});
