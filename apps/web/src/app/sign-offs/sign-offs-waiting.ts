import { computed, inject, Injectable } from '@angular/core';
import type { SignOffQuery } from '@countersign/contracts/sign-offs/bodies';
import { readSignOffs } from '@countersign/contracts/sign-offs/endpoints';
import { counted } from '@countersign/contracts/words/count';
import { ProgramApi } from '../platform/program-api';
import { Session } from '../platform/session';

const mine: SignOffQuery = { waiting: 'me' };

/** How many sign-offs wait for the reader, wherever that is said. Not a part of the first page: it is loaded after it. */
@Injectable({ providedIn: 'root' })
export class SignOffsWaiting {
  readonly #session = inject(Session);

  readonly read = inject(ProgramApi).read(readSignOffs, () => {
    const role = this.#session.role();
    return role === 'supervisor' || role === 'director' ? { query: mine } : undefined;
  });
  readonly count = computed(() => this.read.view()?.waiting ?? 0);
  /** `1 competency waits for you`. */
  readonly said = computed(
    () => `${counted(this.count(), 'competency waits', 'competencies wait')} for your signature`,
  );
}
