import { Component, computed, ElementRef, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { ProgramRolesView } from '@countersign/contracts/sessions/views';
import { heldRole } from '@countersign/contracts/words/person';
import { startPageOf } from '../platform/guards';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import { Shortcuts } from '../platform/shortcuts';
import { Theme, type ThemeChoice } from '../platform/theme';
import { CatalogueNote } from '../ui/catalogue-note';
import { ChoiceChips, type Choice } from '../ui/fields/choice-chips';
import { Switch } from '../ui/fields/switch';
import { Icon } from '../ui/icon';
import { PersonMark } from '../ui/person-mark';
import { ProblemNote } from '../ui/problem-note';

/** Who is signed in, in which role, and what this device remembers: a native popover. */
@Component({
  selector: 'cs-account',
  imports: [CatalogueNote, ChoiceChips, Icon, PersonMark, ProblemNote, Switch],
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
  protected readonly roleName = heldRole;
  protected readonly sending = new Sending();
  protected readonly themes: readonly Choice<ThemeChoice>[] = [
    { value: 'system', name: 'Device', icon: 'system' },
    { value: 'light', name: 'Light', icon: 'sun' },
    { value: 'dark', name: 'Dark', icon: 'moon' },
  ];

  /** Programs are named only where the person belongs to several. */
  protected readonly severalPrograms = computed(
    () => new Set(this.session.held().map((one) => one.programId)).size > 1,
  );

  protected async change(role: ProgramRolesView): Promise<void> {
    this.session.choose(role.role, role.programId);
    this.#element.nativeElement.hidePopover();
    await this.#router.navigateByUrl(startPageOf(role));
  }

  protected signOut(): Promise<unknown> {
    return this.sending.send(async () => {
      await this.session.close();
      this.#element.nativeElement.hidePopover();
      await this.#router.navigateByUrl('/sign-in');
    });
  }
}
