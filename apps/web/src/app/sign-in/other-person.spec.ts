import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session } from '../platform/session';
import { control, pageProviders, signIn, textIn } from '../testing/page';
import { OtherPerson } from './other-person';

it('Identity (a): an open page says whose it is and who is signed in now, and leads on both ways', async () => {
  TestBed.configureTestingModule({ providers: pageProviders });
  await signIn();
  const session = TestBed.inject(Session);
  const looked = session.look();
  TestBed.inject(HttpTestingController)
    .expectOne('/api/session')
    .flush({
      person: { id: 'okafor', name: 'Ama Okafor' },
      email: 'ama@x.example',
      roles: [],
      demo: false,
      endsAt: 0,
    });
  await looked;
  const fixture = TestBed.createComponent(OtherPerson);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  expect(textIn(page.querySelector('[role=alert]'))).toMatch(
    /This page belongs to M\. Tanaka .*, but Ama Okafor \( ?ama@x\.example ?\) is signed in in this browser now\./,
  );
  expect(control<HTMLAnchorElement>(page, 'a', 'Go on as Ama Okafor').getAttribute('href')).toBe('/');
  control<HTMLButtonElement>(page, 'button', 'Sign in as M. Tanaka').click();
  expect(session.ended()).toBe(true);
});
