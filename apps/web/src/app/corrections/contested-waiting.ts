import { computed, inject, Injectable } from '@angular/core';
import type { CorrectionQuery } from '@countersign/contracts/reviews/bodies';
import { readCorrections } from '@countersign/contracts/reviews/endpoints';
import { counted } from '@countersign/contracts/words/count';
import { ProgramApi } from '../platform/program-api';
import { Session } from '../platform/session';

const contested: CorrectionQuery = { standing: 'contested' };

/** The contested corrections that wait for the director, wherever they are shown or counted. */
@Injectable({ providedIn: 'root' })
export class ContestedWaiting {
  readonly #session = inject(Session);

  readonly read = inject(ProgramApi).read(readCorrections, () =>
    this.#session.role() === 'director' ? { query: contested } : undefined,
  );
  readonly count = computed(() => this.read.view()?.total ?? 0);
  /** `1 contested correction waits for your decision`. */
  readonly said = computed(
    () =>
      `${counted(this.count(), 'contested correction waits', 'contested corrections wait')} for your decision`,
  );
}
