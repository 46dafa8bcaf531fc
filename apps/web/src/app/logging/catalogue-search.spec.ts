import { TestBed } from '@angular/core/testing';
import { indexCatalogue } from '@countersign/domain/catalogue';
import { catalogue } from '../testing/program';
import { CatalogueSearch } from './catalogue-search';
import { open, search, server, startForm, textOf } from './testing';

let mockIsOffline = false;

jest.mock('@countersign/domain/search', () => {
  if (mockIsOffline) throw new Error('Failed to fetch dynamically imported module');
  return jest.requireActual<object>('@countersign/domain/search');
});

afterEach(() => (mockIsOffline = false));

it('knows nothing before it is fetched, and is fetched with the first letter', async () => {
  const one = TestBed.inject(CatalogueSearch);
  expect(one.find(indexCatalogue(catalogue), 'stellate', {})).toBeUndefined();
  await one.load();
  expect(one.find(indexCatalogue(catalogue), 'gibberish', {})).toEqual([]);
});

it('says that it could not be fetched, not that nothing is found, and tries again with the next letter', async () => {
  mockIsOffline = true;
  jest.resetModules();
  await startForm();
  await open();
  await search('transforaminal');
  expect(textOf('.nothing')).toContain('The search could not be fetched.');
  expect(textOf('.nothing')).not.toContain('Nothing is called');

  mockIsOffline = false;
  await search('transforaminal l4');
  await server.settle();
  expect(textOf('.hits')).toContain('L4');
});
