import { Directive, ElementRef, inject } from '@angular/core';

/** A modal dialog that is a question: `<dialog csAsk #dialog="csAsk">`. */
@Directive({
  selector: 'dialog[csAsk]',
  exportAs: 'csAsk',
  host: { class: 'cs-dialog', '(close)': 'answered()' },
})
export class AskDialog {
  readonly #dialog: HTMLDialogElement = inject<ElementRef<HTMLDialogElement>>(ElementRef).nativeElement;
  #answer: ((value: string) => void) | undefined;

  /** Opens it. Resolves with what it is closed with; empty on Escape, and when it is asked anew. */
  ask(): Promise<string> {
    this.#answer?.('');
    this.#dialog.returnValue = '';
    if (!this.#dialog.open) this.#dialog.showModal();
    return new Promise((resolve) => (this.#answer = resolve));
  }

  close(value = ''): void {
    this.#dialog.close(value);
  }

  protected answered(): void {
    this.#answer?.(this.#dialog.returnValue);
    this.#answer = undefined;
  }
}
