import { Component, computed, DOCUMENT, ElementRef, inject, signal, viewChild } from '@angular/core';
import type { LetterCode } from '@countersign/domain/credential';
import { Icon } from '../ui/icon';
import { ProblemNote } from '../ui/problem-note';
import { CodeAnswer } from './code-answer';
import { FileAnswer } from './file-answer';
import { LetterCheck, type Found, type NothingFound } from './letter-check';
import { hasCamera, ScanCamera } from './scan-camera';
import { VerifyTrust } from './verify-trust';

/** Why there is nothing to check, in words. */
const nothingWords: Readonly<Record<NothingFound['why'], string>> = {
  'pdf-without-letter':
    'This PDF carries no signed record. It may have been printed or scanned: ask for the original file.',
  'pdf-unreadable': 'This PDF cannot be opened. Ask for the original file.',
  'no-code': 'No code of a letter was found in the picture. Come closer, and keep the whole code in it.',
  'too-large': 'This file is larger than any letter.',
  'not-loaded': 'The keys of the issuers have not come yet, so that nothing can be checked.',
};

/** Where anybody checks a letter: in this browser, without an account, and with the server off once it is open. */
@Component({
  selector: 'cs-verify-page',
  imports: [CodeAnswer, FileAnswer, Icon, ProblemNote, ScanCamera],
  templateUrl: './verify-page.html',
  styleUrl: './verify-page.css',
  providers: [LetterCheck, VerifyTrust],
  host: {
    '(document:dragover)': 'hover($event)',
    '(document:dragleave)': 'over.set(false)',
    '(document:drop)': 'drop($event)',
    '(document:paste)': 'paste($event)',
  },
})
export class VerifyPage {
  readonly #check = inject(LetterCheck);
  readonly #location = inject(DOCUMENT).defaultView?.location;
  private readonly answer = viewChild<ElementRef<HTMLElement>>('answer');
  protected readonly trust = inject(VerifyTrust);
  protected readonly found = signal<Found | null>(null);
  protected readonly over = signal(false);
  protected readonly scanning = signal(false);
  protected readonly ready = signal(false);
  protected readonly hasCamera = hasCamera();
  protected readonly nothing = computed(() => {
    const found = this.found();
    return found?.kind === 'nothing' ? nothingWords[found.why] : null;
  });

  constructor() {
    void this.prepare();
  }

  /** Fetches all that a check needs, then looks at the code with which the page was opened. */
  protected async prepare(): Promise<void> {
    await this.#check.prepare();
    this.ready.set(this.trust.keys() !== null);
    const code = this.#location?.hash ?? '';
    if (code.length > 1 && this.found() === null) await this.#show(this.#check.text(code));
  }

  protected hover(event: DragEvent): void {
    event.preventDefault();
    this.over.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    const file = event.dataTransfer?.files[0];
    if (file) void this.#show(this.#check.file(file));
  }

  protected paste(event: ClipboardEvent): void {
    const file = event.clipboardData?.files[0];
    const text = event.clipboardData?.getData('text') ?? '';
    if (file) void this.#show(this.#check.file(file));
    else if (text.trim() !== '') void this.#show(this.#check.text(text));
  }

  protected choose(input: HTMLInputElement): void {
    const file = input.files?.[0];
    // The same file may be chosen again.
    input.value = '';
    if (file) void this.#show(this.#check.file(file));
  }

  protected async scanned(code: LetterCode): Promise<void> {
    this.scanning.set(false);
    await this.#show(this.#check.code(code));
  }

  protected again(): void {
    this.found.set(null);
  }

  protected print(): void {
    globalThis.print();
  }

  async #show(looking: Promise<Found>): Promise<void> {
    this.found.set(await looking);
    // After the answer has been drawn.
    setTimeout(() => this.answer()?.nativeElement.focus());
  }
}
