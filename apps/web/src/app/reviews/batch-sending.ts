import { v7 as uuidv7 } from 'uuid';
import type { EntryView } from '@countersign/contracts/entries/views';
import { approveBatch } from '@countersign/contracts/reviews/endpoints';
import type { ApprovedBatchView } from '@countersign/contracts/reviews/views';
import type { BatchApproval } from './batch-card';

/** Sends batches. The same entries as they were seen keep their id until they arrive, so that they are approved once. */
export class BatchSending {
  readonly #ids = new Map<string, string>();

  async send(entries: readonly EntryView[], { said, signer }: BatchApproval): Promise<ApprovedBatchView> {
    const seen = entries.map(({ id, revision }) => ({ id, revision }));
    const key = JSON.stringify(seen);
    const id = this.#ids.get(key) ?? uuidv7();
    this.#ids.set(key, id);
    return signer.sign(approveBatch, { params: {}, body: { ...said, id, entries: seen } });
  }
}
