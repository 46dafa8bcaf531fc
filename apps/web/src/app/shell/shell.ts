import { Component, computed, ElementRef, inject, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { roleEnded } from '@countersign/contracts/words/person';
import { filter, map } from 'rxjs';
import { startPageOf } from '../platform/guards';
import { Network } from '../platform/network';
import { Session } from '../platform/session';
import { ContestedCount } from '../corrections/contested-count';
import { NoticeCount } from '../notices/notice-count';
import { WaitingCount } from '../sign-offs/waiting-count';
import { Icon } from '../ui/icon';
import { Account } from './account';
import { destinations, onTheBar } from './destinations';
import { HeadingFocus } from './heading-focus';
import { MorePages } from './more-pages';

/** The frame of every page behind the sign-in: navigation, notices, and the page itself. */
@Component({
  selector: 'cs-shell',
  imports: [
    RouterOutlet,
    RouterLink,
    RouterLinkActive,
    Icon,
    Account,
    ContestedCount,
    MorePages,
    NoticeCount,
    WaitingCount,
  ],
  host: { '[class.task]': "frame() === 'task'" },
  templateUrl: './shell.html',
  styleUrl: './shell.css',
})
export class Shell {
  readonly #router = inject(Router);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  protected readonly session = inject(Session);
  protected readonly network = inject(Network);

  protected readonly links = computed(() => {
    const current = this.session.current();
    if (current === null) return [];
    const all = destinations[current.role];
    return current.ended === 'over' ? all.filter(({ forReading }) => forReading) : all;
  });
  /** A phone's bar has room for some; the others stand behind "More" there. */
  protected readonly more = computed(() => onTheBar(this.links()).more);
  /** Whether a wide screen has something behind "More" too. */
  protected readonly hasSections = computed(() => this.links().some(({ section }) => section));
  protected readonly startPage = computed(() => {
    const current = this.session.current();
    return current ? startPageOf(current) : '/';
  });
  /** Said on every page while somebody works in a role that has ended. */
  protected readonly endedRole = computed(() => {
    const current = this.session.current();
    return current && roleEnded(current);
  });

  readonly #address = toSignal(
    this.#router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => urlAfterRedirects),
    ),
    { initialValue: this.#router.url },
  );
  /** Whether the page that is open stands in a section behind "More". */
  protected readonly holdsPage = computed(() => {
    const [path] = this.#address().split(/[?#]/);
    return this.links().some((link) => link.section && link.path === path);
  });

  /** `task` gives the page the whole phone screen; read from the data of the innermost route. */
  protected readonly frame = toSignal(
    this.#router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.#frameOfPage()),
    ),
    { initialValue: this.#frameOfPage() },
  );

  constructor() {
    inject(HeadingFocus).follow(() => this.main().nativeElement);
  }

  /** The skip link: the address stays as it is, so that the router has nothing to do. */
  protected skip(event: Event): void {
    event.preventDefault();
    this.main().nativeElement.focus();
  }

  #frameOfPage(): unknown {
    let route = this.#router.routerState.snapshot.root;
    while (route.firstChild) route = route.firstChild;
    return route.data['frame'];
  }
}
