import { computed, inject, Injectable } from '@angular/core';
import { countNotices } from '@countersign/contracts/mail/endpoints';
import { counted } from '@countersign/contracts/words/count';
import { ProgramApi } from '../platform/program-api';
import { Session } from '../platform/session';

/** How many notices the reader has not seen, wherever that is said. */
@Injectable({ providedIn: 'root' })
export class NoticesUnread {
  readonly #session = inject(Session);

  readonly read = inject(ProgramApi).read(countNotices, () =>
    this.#session.role() === null ? undefined : {},
  );
  readonly count = computed(() => this.read.view()?.unread ?? 0);
  /** `1 notice that you have not seen`. */
  readonly said = computed(() =>
    counted(this.count(), 'notice that you have not seen', 'notices that you have not seen'),
  );
}
