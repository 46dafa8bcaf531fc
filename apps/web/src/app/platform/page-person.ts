import type { HttpInterceptorFn } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import { PERSON_HEADER } from '@countersign/contracts/sessions/endpoints';
import { tap } from 'rxjs';
import { OtherTabs } from './other-tabs';
import { problemOf } from './problem';

/** Whose page this is: the person as whom it was rendered, whoever is signed in in this browser by now. */
@Injectable({ providedIn: 'root' })
export class PagePerson {
  /** Undefined while nobody is signed in. */
  readonly id = signal<string | undefined>(undefined);
}

/**
 * Names on every request whose page it comes from, so that the server refuses what would land with somebody else; such a
 * refusal makes the page look who is signed in.
 */
export const namePerson: HttpInterceptorFn = (request, next) => {
  const id = inject(PagePerson).id();
  const tabs = inject(OtherTabs);
  const named = id === undefined ? request : request.clone({ setHeaders: { [PERSON_HEADER]: id } });
  return next(named).pipe(
    tap({
      error: (error: unknown) => {
        if (problemOf(error).code === 'session/other-person') tabs.doubt();
      },
    }),
  );
};
