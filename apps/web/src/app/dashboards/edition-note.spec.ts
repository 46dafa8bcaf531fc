import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { catalogue } from '../testing/program';
import { control, pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { EditionNote } from './edition-note';

async function open(newest: string, role: 'director' | 'fellow' = 'director') {
  TestBed.configureTestingModule({ providers: [...pageProviders, provideRouter([])] });
  const server = new SpecServer({ '/catalogue': { ...catalogue, newest } });
  await signIn(role);
  const fixture = TestBed.createComponent(EditionNote);
  await server.settle();
  return { server, page: fixture.nativeElement as HTMLElement };
}

it('offers the director a newer edition, and moves the program to it', async () => {
  const { server, page } = await open('next');
  control(page, 'button', 'Move the program to it').click();
  const call = server.expect('POST', '/catalogue-edition');
  expect(call.request.body).toEqual({ edition: 'next' });
  server.answers['/catalogue'] = { ...catalogue, edition: 'next', newest: 'next' };
  call.flush({ ...catalogue, edition: 'next', newest: 'next' });
  await server.settle();
  expect(textIn(page)).toBe('');
});

it('says nothing on the newest edition, and nothing to a fellow', async () => {
  expect(textIn((await open(catalogue.edition)).page)).toBe('');
  TestBed.resetTestingModule();
  expect(textIn((await open('next', 'fellow')).page)).toBe('');
});
