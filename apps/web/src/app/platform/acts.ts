import { v7 as uuidv7 } from 'uuid';

/**
 * Keys of what was sent and not yet answered. Whoever sends the same again does so under the same key, so that the server
 * tells what happened the first time and does nothing twice.
 */
export class Acts {
  readonly #keys = new Map<string, string>();

  /** The key of an act, by all that it sends. */
  keyOf(sent: string): string {
    const key = this.#keys.get(sent) ?? uuidv7();
    this.#keys.set(sent, key);
    return key;
  }

  /** The server told what became of it: the same once more is another act. */
  settle(sent: string): void {
    this.#keys.delete(sent);
  }
}
