import { Component, computed, ElementRef, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { Problem } from '@countersign/contracts/problems';
import type { ProgramRolesView } from '@countersign/contracts/sessions/views';
import { personRoles } from '@countersign/contracts/words/person';
import { startPages } from '../platform/guards';
import { problemOf } from '../platform/problem';
import { Session } from '../platform/session';
import { Shortcuts } from '../platform/shortcuts';
import { Theme, type ThemeChoice } from '../platform/theme';
import { CatalogueNote } from '../ui/catalogue-note';
import { Icon, type IconName } from '../ui/icon';
import { PersonMark } from '../ui/person-mark';
import { ProblemNote } from '../ui/problem-note';

interface ThemeOption {
  readonly choice: ThemeChoice;
  readonly label: string;
  readonly icon: IconName;
}

/** Who is signed in, in which role, and what this device remembers: a native popover. */
@Component({
  selector: 'cs-account',
  imports: [CatalogueNote, Icon, PersonMark, ProblemNote],
  host: { role: 'dialog', 'aria-label': 'Account' },
  templateUrl: './account.html',
  styleUrl: './account.css',
})
export class Account {
  readonly #router = inject(Router);
  readonly #element = inject<ElementRef<HTMLElement>>(ElementRef);

  protected readonly session = inject(Session);
  protected readonly theme = inject(Theme);
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly roleWords = personRoles;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly themes: readonly ThemeOption[] = [
    { choice: 'system', label: 'Device', icon: 'system' },
    { choice: 'light', label: 'Light', icon: 'sun' },
    { choice: 'dark', label: 'Dark', icon: 'moon' },
  ];

  /** Programs are named only where the person belongs to several. */
  protected readonly severalPrograms = computed(
    () => new Set(this.session.held().map((one) => one.programId)).size > 1,
  );

  protected async change(role: ProgramRolesView): Promise<void> {
    this.session.choose(role.role, role.programId);
    this.#element.nativeElement.hidePopover();
    await this.#router.navigateByUrl(startPages[role.role]);
  }

  protected async signOut(): Promise<void> {
    this.problem.set(null);
    try {
      await this.session.close();
    } catch (error) {
      this.problem.set(problemOf(error));
      return;
    }
    this.#element.nativeElement.hidePopover();
    await this.#router.navigateByUrl('/sign-in');
  }
}
