import { Component, computed, ElementRef, inject, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ProgramRolesView } from '@countersign/contracts/sessions/views';
import { counted } from '@countersign/contracts/words/count';
import { heldRole } from '@countersign/contracts/words/person';
import { startPageOf } from '../platform/guards';
import { Kept } from '../platform/kept';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import { Shortcuts } from '../platform/shortcuts';
import { Theme, type ThemeChoice } from '../platform/theme';
import { AskDialog } from '../ui/ask-dialog';
import { CatalogueNote } from '../ui/catalogue-note';
import { ChoiceChips, type Choice } from '../ui/fields/choice-chips';
import { Switch } from '../ui/fields/switch';
import { Icon } from '../ui/icon';
import { PersonMark } from '../ui/person-mark';
import { ProblemNote } from '../ui/problem-note';

/** Who is signed in, in which role, and what this device remembers: a native popover. */
@Component({
  selector: 'cs-account',
  imports: [AskDialog, CatalogueNote, ChoiceChips, Icon, PersonMark, ProblemNote, RouterLink, Switch],
  host: { role: 'dialog', 'aria-label': 'Account' },
  templateUrl: './account.html',
  styleUrl: './account.css',
})
export class Account {
  readonly #router = inject(Router);
  readonly #kept = inject(Kept);
  readonly #element = inject<ElementRef<HTMLElement>>(ElementRef);

  private readonly leaving = viewChild.required(AskDialog);

  /** What a sign-out throws away, in words. */
  protected readonly left = signal('');
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

  protected hide(): void {
    this.#element.nativeElement.hidePopover();
  }

  /** What was typed and not sent goes with the person, who is asked before. */
  protected async signOut(): Promise<void> {
    const left = await this.#kept.count();
    this.left.set(counted(left, 'form that you did not send is', 'forms that you did not send are'));
    if (left > 0 && (await this.leaving().ask()) !== 'sign-out') return;
    const personId = this.session.personId();
    await this.sending.send(async () => {
      await this.session.close();
      if (personId !== undefined) await this.#kept.clear(personId);
      this.#element.nativeElement.hidePopover();
      await this.#router.navigateByUrl('/sign-in');
    });
  }
}
