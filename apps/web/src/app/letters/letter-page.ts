import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { sha256 } from '@noble/hashes/sha2.js';
import { draftLetter, issueLetter } from '@countersign/contracts/credentials/endpoints';
import type { LetterChoiceView } from '@countersign/contracts/credentials/views';
import { letterKindWords } from '@countersign/contracts/words/letter';
import { dayFull } from '@countersign/contracts/words/time';
import { digestInFours, type LetterContent } from '@countersign/domain/credential';
import { v7 as uuidv7 } from 'uuid';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import { ActSigner } from '../platform/signer';
import { SignerProof } from '../ui/fields/signer-proof';
import { Field, FieldProse } from '../ui/fields/field';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';
import { SignedRecord } from '../verify/signed-record';

/** With these words the field of the attestation begins; the director may write others. */
const USUAL_WORDS = 'I attest that this letter states the record of this program.';

/** The director signs a letter about a fellow: on the left what is signed, drawn from its bytes; on the right the hand. */
@Component({
  selector: 'cs-letter-page',
  imports: [Field, FieldProse, Icon, Loading, ProblemNote, RouterLink, SignedRecord, SignerProof],
  templateUrl: './letter-page.html',
  styleUrl: './letters.css',
})
export class LetterPage {
  readonly #api = inject(ProgramApi);
  readonly #router = inject(Router);
  protected readonly session = inject(Session);

  readonly fellowId = input.required<string>();
  /** About this competency alone; the whole record where it is empty. */
  protected readonly competencyId = signal('');
  protected readonly attestation = signal(USUAL_WORDS);
  protected readonly signer = new ActSigner();
  protected readonly sending = new Sending();
  /** The same for every try, so that a letter sent twice is there once. */
  readonly #id = uuidv7();

  protected readonly draft = this.#api.read(draftLetter, () => {
    const competencyId = this.competencyId();
    const query =
      competencyId === '' ? { kind: 'record' as const } : { kind: 'competency' as const, competencyId };
    return { params: { fellowId: this.fellowId() }, query };
  });
  /** The choices stay while another draft is read. */
  protected readonly choices = linkedSignal<
    readonly LetterChoiceView[] | undefined,
    readonly LetterChoiceView[]
  >({
    source: () => this.draft.view()?.competencies,
    computation: (now, before) => now ?? before?.value ?? [],
  });
  protected readonly content = computed(() => {
    const text = this.draft.view()?.content;
    return text === undefined ? null : { ...(JSON.parse(text) as LetterContent), attestation: '' };
  });
  /** Of the very bytes from which the page was drawn. */
  protected readonly digest = computed(() => {
    const hash = sha256(new TextEncoder().encode(this.draft.view()?.content ?? ''));
    return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  });
  /** Asked once, before the first signature. */
  protected readonly statementVersion = computed(() => this.draft.view()?.statementVersion);
  protected readonly accepts = signal(false);
  protected readonly missing = computed(() => {
    if (this.content() === null) return 'Wait for the record';
    if (this.attestation().trim() === '') return 'Write what you attest';
    if (this.statementVersion() !== undefined && !this.accepts()) return 'Accept the statement to sign';
    return this.signer.isMissing() ? 'Enter your password to sign' : null;
  });

  protected readonly kinds = letterKindWords;
  protected readonly day = dayFull;
  protected readonly fours = digestInFours;

  protected choose({ target }: Event): void {
    this.competencyId.set((target as HTMLSelectElement).value);
  }

  protected async sign(event: Event): Promise<void> {
    event.preventDefault();
    if (this.missing() !== null) return;
    const competencyId = this.competencyId();
    const statementVersion = this.statementVersion();
    const letter = await this.sending.send(() =>
      this.signer.sign(issueLetter, {
        params: { fellowId: this.fellowId() },
        body: {
          id: this.#id,
          ...(competencyId === '' ? { kind: 'record' } : { kind: 'competency', competencyId }),
          ...(statementVersion === undefined ? {} : { statementVersion }),
          shownDigest: this.digest(),
          attestation: this.attestation(),
        },
      }),
    );
    if (letter) await this.#router.navigateByUrl('/letters');
    // What is shown is not the record any more: it is drawn anew, and nothing was signed.
    else if (this.sending.isOutdated()) this.draft.reload();
  }
}
