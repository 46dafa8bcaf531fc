import {
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { Problem } from '@countersign/contracts/problems';
import type { SignBody } from '@countersign/contracts/sign-offs/bodies';
import type { OpenedDocumentView, SignOffView } from '@countersign/contracts/sign-offs/views';
import { allOf } from '@countersign/contracts/words/list';
import { problemInWords } from '@countersign/contracts/words/problem';
import { meaningWords, placeInWords, statementWords } from '@countersign/contracts/words/sign-off';
import { dayFull, instantSigned } from '@countersign/contracts/words/time';
import { ProgramClock } from '../platform/program-clock';
import { isAboutProof, ActSigner } from '../platform/signer';
import { SignerProof } from '../ui/fields/signer-proof';
import { Icon } from '../ui/icon';

/** What the hand adds to the paper, and what proves whose hand it is. */
export interface Signing extends Pick<SignBody, 'meaning' | 'statementVersion'> {
  readonly signer: ActSigner;
}

/**
 * The act of signing, outside the paper: who signs in which order, what the signature means (never preselected), the name
 * and the time, what proves who signs, and the main button last. Until all is there the button says what is missing.
 */
@Component({
  selector: 'cs-signing-panel',
  imports: [Icon, SignerProof],
  templateUrl: './signing-panel.html',
  styleUrl: './signing-panel.css',
})
export class SigningPanel {
  readonly #clock = inject(ProgramClock);
  private readonly form = viewChild.required<ElementRef<HTMLElement>>('form');

  readonly signOff = input.required<SignOffView>();
  readonly opened = input.required<OpenedDocumentView>();
  readonly busy = input(false);
  /** Why the last attempt was refused. */
  readonly problem = input<Problem | null>(null);
  readonly signed = output<Signing>();
  readonly declined = output();

  /** Another document is another act: nothing of the last choice is taken over. */
  protected readonly meaning = linkedSignal<string, SignBody['meaning'] | undefined>({
    source: () => this.opened().digest,
    computation: () => undefined,
  });
  protected readonly signer = new ActSigner();
  protected readonly accepts = signal(false);
  protected readonly meanings = computed(() =>
    this.opened().meanings.map((value) => ({ value, ...meaningWords[value] })),
  );
  protected readonly places = computed(() => {
    const { order, signatures } = this.signOff();
    return order.map((_, at) => ({
      number: at + 1,
      place: upper(placeInWords(order, at)),
      name: signatures[at]?.printedName ?? (at === signatures.length ? this.opened().printedName : undefined),
      standing: at < signatures.length ? 'done' : at === signatures.length ? 'now' : 'later',
    }));
  });
  protected readonly statement = computed(() => statementWords[this.opened().statementVersion]);
  protected readonly acceptedOn = computed(() => {
    const at = this.opened().statementAcceptedAt;
    return at === undefined ? undefined : dayFull(this.#clock.dayOf(at));
  });
  protected readonly time = computed(() => instantSigned(this.#clock.now(), this.#clock.timeZone()));
  protected readonly proofError = computed(() => {
    const what = this.problem();
    return what && isAboutProof(what.code) ? problemInWords(what) : undefined;
  });
  readonly #missing = computed(() => [
    ...(this.meaning() === undefined ? ['choose the meaning'] : []),
    ...(this.acceptedOn() === undefined && !this.accepts() ? ['accept the statement'] : []),
    ...(this.signer.isMissing() ? ['enter your password'] : []),
  ]);
  protected readonly isReady = computed(() => this.#missing().length === 0 && !this.busy());
  protected readonly label = computed(() => {
    if (this.#missing().length > 0) return upper(allOf(this.#missing()));
    const { order, signatures } = this.signOff();
    return this.signer.label(`Sign as ${placeInWords(order, signatures.length)}`);
  });

  /** The password is typed anew for every attempt. */
  forgetPassword(): void {
    this.form().nativeElement.querySelector<HTMLInputElement>('input[type=password]')?.focus();
  }

  protected send(event: Event): void {
    event.preventDefault();
    const meaning = this.meaning();
    if (!this.isReady() || meaning === undefined) {
      // The first thing that is missing; what is filled in keeps its place.
      const fields = [
        ...this.form().nativeElement.querySelectorAll<HTMLInputElement>('input:not([readonly])'),
      ];
      const isOpen = (field: HTMLInputElement) =>
        field.type === 'radio'
          ? meaning === undefined
          : field.type === 'checkbox'
            ? !field.checked
            : field.value === '';
      fields.find(isOpen)?.focus();
      return;
    }
    const accepted =
      this.acceptedOn() === undefined ? { statementVersion: this.opened().statementVersion } : {};
    this.signed.emit({ meaning, signer: this.signer, ...accepted });
  }
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
