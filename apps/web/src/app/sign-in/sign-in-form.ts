import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import { Field, FieldControl } from '../ui/fields/field';
import { wayToFirstNote } from '../ui/fields/first-note';
import { ProblemNote } from '../ui/problem-note';

type FieldName = 'email' | 'password' | 'code';

/** What the server says where the password was right and a code is asked for besides. */
const codeProblems = ['session/code-needed', 'session/code-wrong'];

/** E-mail and password. Errors stand under their field, and nothing that was typed is cleared. */
@Component({
  selector: 'cs-sign-in-form',
  imports: [Field, FieldControl, ProblemNote],
  templateUrl: './sign-in-form.html',
  styles: `
    form {
      display: grid;
      gap: 0.875rem;
    }
    .cs-button {
      width: 100%;
      min-height: var(--cs-touch-main);
      font-size: var(--cs-text-lg);
    }
  `,
})
export class SignInForm {
  readonly #injector = inject(Injector);
  readonly #session = inject(Session);
  readonly #goToFirstNote = wayToFirstNote();
  private readonly emailInput = viewChild.required<ElementRef<HTMLInputElement>>('email');
  private readonly passwordInput = viewChild.required<ElementRef<HTMLInputElement>>('password');

  private readonly codeInput = viewChild<ElementRef<HTMLInputElement>>('code');

  /** Given when a known person signs in again: only the password is asked. */
  readonly knownEmail = input<string>();
  readonly signedIn = output();

  protected readonly sending = new Sending();
  readonly #missing = signal<Partial<Record<FieldName, string>>>({});

  protected readonly emailError = computed(() => this.#errorOf('email'));
  protected readonly passwordError = computed(() => this.#errorOf('password'));
  /** The account has a second factor: its code is asked for from then on. */
  protected readonly needsCode = signal(false);
  protected readonly codeError = computed(
    () => this.#missing().code ?? (this.needsCode() ? this.#codeNote() : undefined),
  );
  readonly #codeNote = computed(() => {
    const problem = this.sending.problem();
    return problem && codeProblems.includes(problem.code) ? problem.title : undefined;
  });
  /** What belongs to no field. */
  protected readonly problem = computed(() => {
    const problem = this.sending.problem();
    return problem === null || problem.errors?.length || codeProblems.includes(problem.code) ? null : problem;
  });

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.#complete()) return;
    await this.sending.send(async () => {
      const code = this.codeInput()?.nativeElement.value.trim();
      await this.#session.open(this.#emailTyped(), this.passwordInput().nativeElement.value, code);
      this.signedIn.emit();
    });
    const problem = this.sending.problem();
    if (problem && codeProblems.includes(problem.code)) {
      this.needsCode.set(true);
      afterNextRender(() => this.codeInput()?.nativeElement.select(), { injector: this.#injector });
    } else if (problem) this.passwordInput().nativeElement.select();
  }

  #complete(): boolean {
    const missing: Partial<Record<FieldName, string>> = {};
    if (!/^\S+@\S+$/.test(this.#emailTyped()))
      missing.email = 'Type your work e-mail, such as name@hospital.example.';
    if (this.passwordInput().nativeElement.value === '') missing.password = 'Type your password.';
    if (this.needsCode() && this.codeInput()?.nativeElement.value.trim() === '')
      missing.code = 'Type a code.';
    this.#missing.set(missing);
    const isComplete = !missing.email && !missing.password && !missing.code;
    if (!isComplete) this.#goToFirstNote();
    return isComplete;
  }

  #emailTyped(): string {
    return this.emailInput().nativeElement.value.trim();
  }

  #errorOf(field: FieldName): string | undefined {
    return this.#missing()[field] ?? this.sending.noteAt(`/${field}`);
  }
}
