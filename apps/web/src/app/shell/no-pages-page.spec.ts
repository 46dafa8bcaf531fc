import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session } from '../platform/session';
import { pageProviders, textIn } from '../testing/page';
import { NoPagesPage } from './no-pages-page';

const held = { programId: 'p', programName: 'Northgate', fromOn: '2025-07-01', toOn: '2026-06-30' };

async function pageWith(outside: object[]): Promise<string> {
  TestBed.configureTestingModule({ providers: pageProviders });
  const ready = TestBed.inject(Session).ready();
  TestBed.inject(HttpTestingController)
    .expectOne('/api/session')
    .flush({ person: { id: 'a', name: 'A' }, email: '', roles: [], outside, demo: false, endsAt: 0 });
  await ready;
  const fixture = TestBed.createComponent(NoPagesPage);
  await fixture.whenStable();
  return textIn(fixture.nativeElement as HTMLElement);
}

it('Identity (b): says since when a role has ended', async () => {
  expect(await pageWith([{ ...held, role: 'supervisor', begun: true }])).toContain(
    'Supervisor in Northgate: ended on Jun 30, 2026.',
  );
});

it('Identity (b): says from when a role is held', async () => {
  expect(await pageWith([{ ...held, role: 'fellow', begun: false }])).toContain(
    'Fellow in Northgate: begins on Jul 1, 2025.',
  );
});

it('Identity (b): says that there is no role where there never was one', async () => {
  expect(await pageWith([])).toContain('You hold no role in a program.');
});
