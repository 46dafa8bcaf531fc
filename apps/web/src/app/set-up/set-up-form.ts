import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router } from '@angular/router';
import { settings, type Setting } from '@countersign/domain/entry';
import type { ImportRowBody } from '@countersign/contracts/people/roster-bodies';
import type { ImportTrialView } from '@countersign/contracts/people/roster-views';
import type { SetUpBody } from '@countersign/contracts/set-up/bodies';
import { setUpInstallation, tryFirstEntry, tryFirstRoster } from '@countersign/contracts/set-up/endpoints';
import type { EntryTrialView, SetUpChoicesView } from '@countersign/contracts/set-up/views';
import { counted } from '@countersign/contracts/words/count';
import { settingWords } from '@countersign/contracts/words/entry';
import { PasswordField } from '../account/password-field';
import { RosterPart, type LookedRoster } from '../people/roster-part';
import { Api } from '../platform/api';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import { Field, FieldControl, FieldText } from '../ui/fields/field';
import { wayToFirstNote } from '../ui/fields/first-note';
import { ProblemNote } from '../ui/problem-note';
import { FirstPersonFields, type FirstPerson } from './first-person-fields';

/** How many years ahead the last day of a role is offered: the end of an academic year. */
const OFFERED_YEARS = 5;

/** What the first program is made of; sent as a whole, so that all of it is there or nothing. */
@Component({
  selector: 'cs-set-up-form',
  imports: [Field, FieldControl, FieldText, FirstPersonFields, PasswordField, ProblemNote, RosterPart],
  templateUrl: './set-up-form.html',
  styleUrls: ['../ui/part-lines.css', './set-up.css'],
})
export class SetUpForm {
  readonly #api = inject(Api);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #goToFirstNote = wayToFirstNote();

  readonly choices = input.required<SetUpChoicesView>();
  /** Fewest characters of the password. */
  readonly least = input.required<number>();
  readonly token = input.required<string>();

  protected readonly zones = [...new Set([zoneHere(), ...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort();
  protected readonly settings = settings;
  protected readonly settingWords = settingWords;
  protected readonly sending = new Sending();
  /** What became of the last test entry. */
  protected readonly tried = signal<EntryTrialView | null>(null);
  protected readonly institution = signal('');
  protected readonly program = signal('');
  protected readonly timeZone = signal(zoneHere());
  protected readonly edition = linkedSignal(() => this.choices().editions[0] ?? '');
  protected readonly siteName = signal('');
  protected readonly setting = signal<Setting>('clinic');
  protected readonly director = signal(nobody());
  protected readonly password = signal('');
  protected readonly hasCoordinator = signal(false);
  protected readonly coordinator = signal(nobody());
  protected readonly roster = signal<LookedRoster | null>(null);
  readonly #tried = signal(false);

  /** What belongs to no field. */
  protected readonly problem = computed(() => {
    const problem = this.sending.problem();
    return problem?.errors?.length ? null : problem;
  });
  protected readonly rosterText = computed(() => {
    const { ready, wrong } = this.roster()?.trial ?? { ready: 0, wrong: 0 };
    if (ready + wrong === 0) return '';
    const left = wrong === 0 ? '' : `, ${counted(wrong, 'row is', 'rows are')} left out`;
    return `${counted(ready, 'row comes', 'rows come')} in with the program${left}.`;
  });

  /** Looks at a roster with what the token opens. */
  protected readonly look = (rows: ImportRowBody[]): Promise<ImportTrialView> =>
    this.#api.call(tryFirstRoster, { params: {}, body: { token: this.token(), rows } });

  protected readonly directorNote = (field: keyof FirstPerson, missing: string): string | undefined =>
    this.note(`/director/${field}`, this.director()[field], missing);

  protected readonly coordinatorNote = (field: keyof FirstPerson, missing: string): string | undefined =>
    this.note(`/coordinator/${field}`, this.coordinator()[field], missing);

  protected note(pointer: string, typed: string, missing: string): string | undefined {
    return this.sending.noteAt(pointer) ?? (this.#tried() && typed.trim() === '' ? missing : undefined);
  }

  protected choose(setting: string): void {
    this.setting.set(settings.find((one) => one === setting) ?? 'clinic');
  }

  /** Tries the program as it is typed, without making it. */
  protected async tryOut(): Promise<void> {
    this.#tried.set(true);
    this.tried.set(null);
    const body = this.#body();
    if (this.#isMissing(body)) return this.#goToFirstNote();
    const view = await this.sending.send(() => this.#api.call(tryFirstEntry, { params: {}, body }));
    if (view) this.tried.set(view);
    else this.#goToFirstNote();
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.#tried.set(true);
    const body = this.#body();
    if (this.#isMissing(body)) return this.#goToFirstNote();
    const view = await this.sending.send(() => this.#api.call(setUpInstallation, { params: {}, body }));
    if (!view) return this.#goToFirstNote();
    this.#session.renew(view);
    await this.#router.navigateByUrl('/', { replaceUrl: true });
  }

  #body(): SetUpBody {
    const roster = this.roster();
    return {
      ...{ token: this.token(), institution: this.institution().trim(), program: this.program().trim() },
      ...{ timeZone: this.timeZone(), edition: this.edition() },
      site: { name: this.siteName().trim(), setting: this.setting() },
      ...{ director: trimmed(this.director()), password: this.password() },
      ...(this.hasCoordinator() ? { coordinator: trimmed(this.coordinator()) } : {}),
      ...{ rows: [...(roster?.rows ?? [])], ready: roster?.trial.ready ?? 0 },
    };
  }

  #isMissing({ institution, program, site, director, password, coordinator }: SetUpBody): boolean {
    const typed = [institution, program, site.name, password];
    return [...typed, ...Object.values(director), ...Object.values(coordinator ?? {})].includes('');
  }
}

function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function nobody(): FirstPerson {
  return { name: '', email: '', lastOn: `${new Date().getFullYear() + OFFERED_YEARS}-06-30` };
}

function trimmed({ name, email, lastOn }: FirstPerson): FirstPerson {
  return { name: name.trim(), email: email.trim(), lastOn };
}
