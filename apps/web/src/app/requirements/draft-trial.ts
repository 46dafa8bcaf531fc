import { inject, Injectable, signal } from '@angular/core';
import { exportRequirementSet, tryRequirementSet } from '@countersign/contracts/requirements/endpoints';
import type { MappingPairView, RequirementTrialView } from '@countersign/contracts/requirements/views';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';

/** What publishing a draft would change, with the old competencies that the new ones are said to continue. */
@Injectable()
export class DraftTrial {
  readonly #api = inject(ProgramApi);
  #set: object | undefined;

  readonly sending = new Sending();
  /** With the mapping that was tried last. */
  readonly view = signal<RequirementTrialView | undefined>(undefined);

  /** Tries the draft as it is kept; without a mapping, those of the same id continue the old ones. */
  async run(
    draftId: string,
    mapping?: readonly MappingPairView[],
  ): Promise<RequirementTrialView | undefined> {
    const view = await this.sending.send(async () => {
      this.#set ??= await this.#file(draftId);
      const body = { set: this.#set, ...(mapping && { mapping: mapping.map((pair) => ({ ...pair })) }) };
      return this.#api.call(tryRequirementSet, { body });
    });
    if (view) this.view.set(view);
    return view;
  }

  /** What says that there is none is left out, as everywhere in requests. */
  async #file(draftId: string): Promise<object> {
    const bytes = await this.#api.bytes(exportRequirementSet, { params: { setRowId: draftId } });
    const text = new TextDecoder().decode(bytes);
    return JSON.parse(text, (_, value: unknown) => value ?? undefined) as object;
  }
}
