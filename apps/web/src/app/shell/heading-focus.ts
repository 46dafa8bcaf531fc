import { afterNextRender, inject, Injectable, Injector } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';

/** After a change of page the focus goes to its heading, so that a screen reader says where the person is. */
@Injectable({ providedIn: 'root' })
export class HeadingFocus {
  readonly #router = inject(Router);
  readonly #injector = inject(Injector);
  #path: string | undefined;

  /** Follows the router while the caller lives; call it where `inject` works. */
  follow(main: () => HTMLElement): void {
    this.#router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe((event) => this.#pageChanged(event.urlAfterRedirects, main));
  }

  /** The first page keeps the browser's own start; a changed filter in the query is not another page. */
  #pageChanged(url: string, main: () => HTMLElement): void {
    const path = url.split(/[?#]/)[0];
    const isOther = this.#path !== undefined && this.#path !== path;
    this.#path = path;
    if (isOther) afterNextRender(() => focusHeading(main()), { injector: this.#injector });
  }
}

function focusHeading(main: HTMLElement): void {
  const heading = main.querySelector('h1');
  heading?.setAttribute('tabindex', '-1');
  (heading ?? main).focus({ preventScroll: true });
}
