import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { requireFactors } from '@countersign/contracts/account/endpoints';
import { readMembers, undoImport } from '@countersign/contracts/people/endpoints';
import type { MemberRoleView, MembersView } from '@countersign/contracts/people/views';
import { counted } from '@countersign/contracts/words/count';
import { memberRoleInWords } from '@countersign/contracts/words/person';
import { instantFull } from '@countersign/contracts/words/time';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { PersonName } from '../ui/person-name';
import { ProblemNote } from '../ui/problem-note';
import { SaveTables } from '../ui/save-tables';
import { AddPerson } from './add-person';
import { peopleTables } from './people-tables';

/** Everybody of the program by name, with what they are and from when to when. */
@Component({
  selector: 'cs-people-page',
  imports: [AddPerson, Icon, Loading, PersonName, ProblemNote, RouterLink, SaveTables],
  templateUrl: './people-page.html',
  styleUrl: './people.css',
})
export class PeoplePage {
  readonly #api = inject(ProgramApi);
  readonly #session = inject(Session);

  protected readonly first = this.#api.read(readMembers, () => ({}));
  protected readonly view = linkedSignal(() => this.first.view());
  protected readonly adding = signal(false);
  protected readonly heading = computed(() => {
    const people = this.view()?.people ?? [];
    const now = people.filter((one) => one.roles.some(({ tenure }) => tenure === 'in-force'));
    return `${counted(now.length, 'person', 'people')} today, ${people.length} in all`;
  });

  protected readonly tables = peopleTables;
  protected readonly isDirector = computed(() => this.#session.roles().includes('director'));
  protected readonly requiring = new Sending();
  protected readonly factorText = computed(() => {
    const from = this.view()?.factorFrom;
    if (from === undefined)
      return 'A password alone is enough for everybody. Codes of an app besides keep a stolen one out.';
    const when = instantFull(from, this.#session.current()?.timeZone ?? 'UTC');
    return `Whoever approves, signs or administers needs a second factor from ${when}.`;
  });

  protected readonly undoing = new Sending();
  protected readonly importText = computed(() => {
    const last = this.view()?.lastImport;
    if (!last) return '';
    const when = instantFull(last.at, this.#session.current()?.timeZone ?? 'UTC');
    return `${counted(last.count, 'role', 'roles')} came with the import of ${when}.`;
  });

  protected async undo(importId: string): Promise<void> {
    const params = { importId };
    const view = await this.undoing.send(() => this.#api.call(undoImport, { params }));
    if (view) this.view.set(view);
  }

  protected async requireFactors(required: boolean): Promise<void> {
    const body = { required };
    const view = await this.requiring.send(() => this.#api.call(requireFactors, { body }));
    if (view) this.view.set(view);
  }

  protected roleText(role: MemberRoleView): string {
    return memberRoleInWords(role);
  }

  protected added(view: MembersView): void {
    this.view.set(view);
    this.adding.set(false);
  }
}
