import { Component, inject, linkedSignal } from '@angular/core';
import type { MailGroup } from '@countersign/domain/notices';
import { chooseMails, readMailChoices } from '@countersign/contracts/mail/endpoints';
import { mailGroupNames } from '@countersign/contracts/words/notice';
import { Api } from '../platform/api';
import { Sending } from '../platform/sending';
import { Switch } from '../ui/fields/switch';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';

/** Which mails the person wants; what opens an account comes all the same. */
@Component({
  selector: 'cs-mails-part',
  imports: [Loading, ProblemNote, Switch],
  template: `
    <section class="cs-card part" aria-labelledby="cs-mails">
      <h2 id="cs-mails">Mails that you want</h2>
      <p class="cs-text-2">
        No mail names a patient, a rating or what somebody wrote. In the app you are told in any case.
      </p>
      <cs-loading [of]="first">Getting your choices …</cs-loading>
      @if (stopped(); as not) {
        @for (one of groups; track one.group) {
          <cs-switch [on]="!not.includes(one.group)" (onChange)="set(one.group, $event)">{{
            one.name
          }}</cs-switch>
        }
      }
      <cs-problem [problem]="sending.problem()" />
    </section>
  `,
  styleUrls: ['../ui/part-lines.css', './account-page.css'],
})
export class MailsPart {
  readonly #api = inject(Api);

  protected readonly first = this.#api.read(readMailChoices, () => ({ params: {} }));
  protected readonly stopped = linkedSignal(() => this.first.view()?.stopped);
  protected readonly sending = new Sending();
  protected readonly groups = (Object.keys(mailGroupNames) as MailGroup[]).map((group) => ({
    group,
    name: mailGroupNames[group],
  }));

  protected async set(group: MailGroup, on: boolean): Promise<void> {
    const others = (this.stopped() ?? []).filter((one) => one !== group);
    const body = { stopped: on ? others : [...others, group] };
    const view = await this.sending.send(() => this.#api.call(chooseMails, { params: {}, body }));
    if (view) this.stopped.set(view.stopped);
  }
}
