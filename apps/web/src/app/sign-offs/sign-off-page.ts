import {
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { SignOffAct, SignOffView } from '@countersign/contracts/sign-offs/views';
import { readSignOff } from '@countersign/contracts/sign-offs/endpoints';
import { problemInWords } from '@countersign/contracts/words/problem';
import {
  digestInWords,
  documentChangeInWords,
  signedSentence,
  standingInWords,
  turnInWords,
} from '@countersign/contracts/words/sign-off';
import { dayFull } from '@countersign/contracts/words/time';
import { ProgramApi } from '../platform/program-api';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { ProgramClock } from '../platform/program-clock';
import { saveFile } from '../platform/save-file';
import { Session } from '../platform/session';
import { isAboutProof } from '../platform/signer';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { PersonMark } from '../ui/person-mark';
import { ProblemNote } from '../ui/problem-note';
import { ChangedEvidencePanel } from './changed-evidence';
import { DeclineDialog } from './decline-dialog';
import { DocumentVisit } from './document-visit';
import type { DrawnDocument } from './shown-document';
import { SignOffActs } from './sign-off-acts';
import { SignOffHistorySection } from './sign-off-history';
import { SignOffStanding } from './sign-off-standing';
import { SignatureBlocks } from './signature-blocks';
import { SigningPanel, type Signing } from './signing-panel';
import { SigningPaper } from './signing-paper';
import { WordsDialog } from './words-dialog';
import { PersonName } from '../ui/person-name';

/** What was signed is not what stands now: the reader looks at it anew, and nothing was signed. */
const stale: readonly string[] = [
  ...['sign-off/stale-page', 'sign-off/other-version', 'sign-off/not-ready', 'sign-off/set-unverified'],
];

/** One sign-off: the paper, drawn from the bytes that are signed alone, and beside it the hand that signs or decides. */
@Component({
  selector: 'cs-sign-off-page',
  imports: [
    PersonName,
    ChangedEvidencePanel,
    DeclineDialog,
    Icon,
    Loading,
    PersonMark,
    ProblemNote,
    RouterLink,
    SignOffHistorySection,
    SignOffStanding,
    SignatureBlocks,
    SigningPanel,
    SigningPaper,
    WordsDialog,
  ],
  providers: [DocumentVisit, SignOffActs],
  host: { '[class.signing]': 'isSigning()' },
  templateUrl: './sign-off-page.html',
  styleUrl: './sign-off-page.css',
})
export class SignOffPage {
  readonly #catalogue = inject(ProgramCatalogue);
  readonly #document = inject(DOCUMENT);
  readonly #clock = inject(ProgramClock);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  private readonly panel = viewChild(SigningPanel);
  private readonly declining = viewChild.required(DeclineDialog);
  private readonly words = viewChild.required(WordsDialog);

  readonly signOffId = input.required<string>();
  /** `sign`: on a phone, the second of two steps. */
  readonly step = input<string>();

  protected readonly visit = inject(DocumentVisit);
  protected readonly acts = inject(SignOffActs);
  protected readonly read = inject(ProgramApi).read(readSignOff, () => ({
    params: { signOffId: this.signOffId() },
  }));
  protected readonly view = this.read.view;
  protected readonly may = (act: SignOffAct): boolean => this.view()?.acts.includes(act) ?? false;
  protected readonly heading = computed(() => {
    const view = this.view();
    return view ? standingInWords(view, (at) => this.#clock.dayOf(at)) : 'Sign-off';
  });
  protected readonly turn = computed(() => {
    const { order, signatures, turn } = this.view() ?? {};
    return order && signatures && turn ? turnInWords(signatures.length, order.length) : undefined;
  });
  protected readonly isSigning = computed(() => this.step() === 'sign' && this.visit.opened() !== undefined);
  protected readonly sentence = computed(() => {
    const shown = this.visit.shown();
    return shown ? signedSentence(shown.document) : '';
  });
  protected readonly digest = computed(() => digestInWords(this.visit.shown()?.digest ?? '', 4));
  /** The refusal that made what is shown old; until the new document is taken. */
  protected readonly outdated = signal<string | undefined>(undefined);
  protected readonly changes = computed(() => {
    const next = this.visit.next();
    return (next?.changes ?? []).map((change) =>
      documentChangeInWords(change, next?.opened.shown.document ?? { rules: [] }, this.#catalogue.index()),
    );
  });
  /** What is not said at the proof of who signs, and not by the note about an old page. */
  protected readonly trouble = computed(() => {
    const problem = this.acts.sending.problem();
    return problem && !isAboutProof(problem.code) && !stale.includes(problem.code) ? problem : null;
  });
  protected readonly day = (at: number): string => dayFull(this.#clock.dayOf(at));

  constructor() {
    const wanted = computed(() => this.#documentOf(this.view()), { equal: isSame });
    effect(() => {
      const what = wanted();
      untracked(() => this.#get(what));
    });
  }

  protected toStep(step: 'sign' | null): void {
    void this.#router.navigate([], { queryParams: { step }, queryParamsHandling: 'merge' });
  }

  protected async sign(signing: Signing): Promise<void> {
    const opened = this.visit.opened();
    if (!opened || this.acts.sending.busy()) return;
    const after = await this.acts.sign(this.signOffId(), opened.shown.digest, signing);
    if (after) {
      this.toStep(null);
      return this.#accept(after);
    }
    const code = this.acts.sending.problem()?.code ?? '';
    if (isAboutProof(code)) this.panel()?.forgetPassword();
    else if (stale.includes(code)) await this.#lookAgain(code);
    // Somebody else acted: whose turn it is now is on the page.
    else if (this.acts.sending.isOutdated()) this.read.reload();
  }

  /** Saves the document, to the byte. */
  protected save({ bytes, digest }: DrawnDocument): void {
    const file = new Blob([bytes], { type: 'application/json' });
    saveFile(this.#document, `sign-off-${digest.slice(0, 8)}.json`, file);
  }

  protected takeNew(): void {
    this.visit.take();
    this.outdated.set(undefined);
    this.acts.sending.forget();
    this.toStep(null);
    this.read.reload();
  }

  protected async decline(): Promise<void> {
    const body = await this.declining().ask();
    if (body === undefined) return;
    const after = await this.acts.decline(this.signOffId(), body);
    if (!after) return;
    await this.declining().done();
    this.toStep(null);
    this.#accept(after);
  }

  protected async act(kind: SignOffAct): Promise<void> {
    const id = this.signOffId();
    if (kind === 'decline') return this.decline();
    if (kind === 'withdraw') return this.#accept(await this.acts.withdraw(id));
    if (kind === 'reinstate') return this.#accept(await this.acts.reinstate(id));
    if (kind === 'sign') return undefined;
    // Only the director waives rules, for which words are asked.
    if (kind === 'renew' && this.#session.role() !== 'director') return void (await this.acts.renew(id, ''));
    const text = await this.words().ask(kind);
    if (text === undefined) return undefined;
    const after = await (kind === 'renew' ? this.acts.renew(id, text) : this.acts.decide(kind, id, text));
    if (!after) return undefined;
    await this.words().done();
    return kind === 'renew' ? undefined : this.#accept(after);
  }

  async #lookAgain(code: string): Promise<void> {
    this.outdated.set(problemInWords({ code }));
    await this.visit.lookAgain(this.signOffId());
  }

  #accept(after: SignOffView | undefined): void {
    if (after) this.read.set(after);
  }

  /** Which document belongs to the page: one to sign, or the newest that was signed. */
  #documentOf(view: SignOffView | undefined): Wanted {
    if (view === undefined) return {};
    if (view.acts.includes('sign')) return { open: view.id, turn: view.signatures.length };
    const signed = view.signatures.at(-1)?.documentDigest;
    return signed === undefined ? {} : { show: view.id, digest: signed };
  }

  #get({ open, show, digest }: Wanted): void {
    if (open !== undefined) void this.visit.open(open);
    else if (show !== undefined && digest !== undefined) void this.visit.show(show, digest);
    else this.visit.close();
  }
}

interface Wanted {
  readonly open?: string;
  readonly turn?: number;
  readonly show?: string;
  readonly digest?: string;
}

function isSame(one: Wanted, other: Wanted): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
