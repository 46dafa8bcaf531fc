import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readMembers } from '@countersign/contracts/people/endpoints';
import type { MemberRoleView, MembersView } from '@countersign/contracts/people/views';
import { counted } from '@countersign/contracts/words/count';
import { memberRoleInWords } from '@countersign/contracts/words/person';
import { ProgramApi } from '../platform/program-api';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { AddPerson } from './add-person';

/** Everybody of the program by name, with what they are and from when to when. */
@Component({
  selector: 'cs-people-page',
  imports: [AddPerson, Icon, Loading, RouterLink],
  templateUrl: './people-page.html',
  styleUrl: './people.css',
})
export class PeoplePage {
  readonly #api = inject(ProgramApi);

  protected readonly first = this.#api.read(readMembers, () => ({}));
  protected readonly view = linkedSignal(() => this.first.view());
  protected readonly adding = signal(false);
  protected readonly heading = computed(() => {
    const people = this.view()?.people ?? [];
    const now = people.filter((one) => one.roles.some(({ tenure }) => tenure === 'in-force'));
    return `${counted(now.length, 'person', 'people')} today, ${people.length} in all`;
  });

  protected roleText(role: MemberRoleView): string {
    return memberRoleInWords(role);
  }

  protected added(view: MembersView): void {
    this.view.set(view);
    this.adding.set(false);
  }
}
