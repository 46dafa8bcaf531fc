import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ProgramCatalogue } from './program-catalogue';
import { Session } from './session';

const edition = {
  edition: '2026.1',
  newest: '2026.1',
  groups: [],
  items: [{ id: 'stellate', name: 'Stellate ganglion block' }],
  words: [],
  complications: [],
  diagnoses: [],
};

it('asks for the catalogue of the program in use, and names its items from then on', async () => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  const server = TestBed.inject(HttpTestingController);
  const catalogue = TestBed.inject(ProgramCatalogue);
  TestBed.tick();
  server.expectNone('/api/programs//catalogue');
  expect(catalogue.index()).toBeUndefined();

  const ready = TestBed.inject(Session).ready();
  server.expectOne('/api/session').flush({
    person: { id: 'a', name: 'A' },
    email: '',
    roles: [{ programId: 'north', programName: 'North', role: 'fellow' }],
    demo: false,
    endsAt: 0,
  });
  await ready;
  TestBed.tick();
  expect(catalogue.name('stellate')).toBe('stellate');
  server.expectOne('/api/programs/north/catalogue').flush(edition);
  await TestBed.inject(ApplicationRef).whenStable();

  expect(catalogue.name('stellate')).toBe('Stellate ganglion block');
  expect(catalogue.name('unknown')).toBe('unknown');
  expect(catalogue.index()?.catalogue.edition).toBe('2026.1');
});
