import { Component, inject, input, output, signal } from '@angular/core';
import { settings, type Setting } from '@countersign/domain/entry';
import { addSite, changeSite } from '@countersign/contracts/schedule/endpoints';
import type { ScheduleView, SiteLineView } from '@countersign/contracts/schedule/views';
import { settingWords } from '@countersign/contracts/words/entry';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { Field, FieldControl, FieldText } from '../ui/fields/field';
import { ProblemNote } from '../ui/problem-note';

/** The sites of the program: renamed one by one, and a new one added. */
@Component({
  selector: 'cs-sites-part',
  imports: [Field, FieldControl, FieldText, ProblemNote],
  template: `
    <section class="cs-card part" aria-labelledby="cs-sites">
      <h2 id="cs-sites">Sites</h2>
      <ul class="cs-lines">
        @for (site of sites(); track site.id) {
          <li>
            <div>
              <b translate="no">{{ site.name }}</b>
              <span class="cs-text-2">{{ words[asSetting(site.setting)] }}</span>
            </div>
            <button type="button" class="cs-button" (click)="edit(site)">
              Change<span class="cs-visually-hidden"> {{ site.name }}</span>
            </button>
          </li>
        }
      </ul>
      <form [attr.aria-label]="changing() ? 'Change the site' : 'Add a site'" (submit)="send($event)">
        <cs-field
          [label]="changing() ? 'New name' : 'Another site'"
          [error]="
            sending.noteAt('/name') ?? (tried() && name().trim() === '' ? 'Type the name.' : undefined)
          "
        >
          <input [(csText)]="name" maxlength="200" autocomplete="off" />
        </cs-field>
        <cs-field label="Setting that is offered first">
          <select #which csControl (change)="setting.set(asSetting(which.value))">
            @for (one of settings; track one) {
              <option [value]="one" [selected]="setting() === one">{{ words[one] }}</option>
            }
          </select>
        </cs-field>
        <cs-problem [problem]="sending.problem()" />
        <div class="cs-acts">
          <button type="submit" class="cs-button" [attr.aria-disabled]="sending.busy() || null">
            {{ changing() ? 'Save the site' : 'Add the site' }}
          </button>
          @if (changing()) {
            <button type="button" class="cs-button text" (click)="clear()">Cancel</button>
          }
        </div>
      </form>
    </section>
  `,
  styleUrls: ['../ui/part-lines.css', './year.css'],
})
export class SitesPart {
  readonly #api = inject(ProgramApi);
  readonly sites = input.required<readonly SiteLineView[]>();
  readonly changed = output<ScheduleView>();

  protected readonly settings = settings;
  protected readonly words = settingWords;
  protected readonly sending = new Sending();
  protected readonly changing = signal<SiteLineView | null>(null);
  protected readonly name = signal('');
  protected readonly setting = signal<Setting>('clinic');
  protected readonly tried = signal(false);

  protected asSetting(value: string): Setting {
    return settings.find((one) => one === value) ?? 'clinic';
  }

  protected edit(site: SiteLineView): void {
    this.changing.set(site);
    this.name.set(site.name);
    this.setting.set(this.asSetting(site.setting));
  }

  protected clear(): void {
    this.changing.set(null);
    this.name.set('');
    this.tried.set(false);
    this.sending.forget();
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const [name, setting, site] = [this.name().trim(), this.setting(), this.changing()];
    if (name === '') return;
    const view = await this.sending.send(() =>
      site === null
        ? this.#api.call(addSite, { body: { id: this.sending.id, name, setting } })
        : this.#api.call(changeSite, {
            params: { siteId: site.id },
            body: { name, setting, seenName: site.name },
          }),
    );
    if (!view) return;
    this.clear();
    this.changed.emit(view);
  }
}
