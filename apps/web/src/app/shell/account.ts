import { Component, computed, ElementRef, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { ProgramRolesView } from '@countersign/contracts/sessions/views';
import { personRoles } from '@countersign/contracts/words/person';
import { startPages } from '../platform/guards';
import { Sending } from '../platform/sending';
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
  protected readonly sending = new Sending();
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

  protected signOut(): Promise<unknown> {
    return this.sending.send(async () => {
      await this.session.close();
      this.#element.nativeElement.hidePopover();
      await this.#router.navigateByUrl('/sign-in');
    });
  }
}
