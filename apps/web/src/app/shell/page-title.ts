import { inject, Injectable } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TitleStrategy, type RouterStateSnapshot } from '@angular/router';

/** Titles the browser tab `Queue · Countersign`. A page that knows better, such as a fellow's name, calls {@link name}. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  readonly #title = inject(Title);

  override updateTitle(state: RouterStateSnapshot): void {
    this.name(this.buildTitle(state));
  }

  /** Names the page that is open. */
  name(title: string | undefined): void {
    this.#title.setTitle(title ? `${title} · Countersign` : 'Countersign');
  }
}
