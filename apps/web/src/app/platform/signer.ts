import { computed, inject, signal } from '@angular/core';
import { browserSupportsWebAuthn, startAuthentication } from '@simplewebauthn/browser';
import { canonicalJson } from '@countersign/domain/ledger';
import { signedActJson } from '@countersign/domain/signing';
import { readAccount } from '@countersign/contracts/account/endpoints';
import type { BodyOf, JsonEndpoint, ParamsOf, ViewOf, Wire } from '@countersign/contracts/endpoint';
import type { PasskeyProofBody, SigningBody } from '@countersign/contracts/signatures/bodies';
import { askSigning } from '@countersign/contracts/signatures/endpoints';
import { Api } from './api';
import { Privacy } from './privacy';
import { appProblem, isUnanswered, ProblemError, problemOf } from './problem';
import { Session } from './session';
import { sha256Hex } from './sha256';

/** An endpoint with which somebody signs in a program. */
type SigningEndpoint = JsonEndpoint<
  Omit<Wire, 'body'> & { readonly body: SigningBody },
  `/programs/:programId${string}`
>;

/** What is signed: without what proves the signer. */
interface Unsigned<E extends SigningEndpoint> {
  readonly params: Omit<ParamsOf<E>, 'programId'>;
  readonly body: Omit<BodyOf<E>, 'password' | 'passkey'>;
}

/** Whether a problem is about the proof of who signs: it is said at the proof itself, and another one is given. */
export function isAboutProof(code: string): boolean {
  return proofProblems.includes(code) || code.startsWith('signature/passkey-');
}

const proofProblems: readonly string[] = [
  ...['signature/password-wrong', 'signature/after-reset', 'signature/authentication-required'],
  ...['signature/no-passkey', 'app/passkey-not-given'],
];

/** How the person in front of the page proves at a signature who they are: by an own passkey where there is one, else by the password. */
export class ActSigner {
  readonly #api = inject(Api);
  readonly #privacy = inject(Privacy);
  readonly #session = inject(Session);
  readonly #isAsked = signal(false);
  readonly #wantsPassword = signal(false);
  readonly #account = this.#api.read(readAccount, () => (this.#isAsked() ? { params: {} } : undefined));

  readonly password = signal('');
  /** There is a passkey, and a browser that can ask for it. */
  readonly hasPasskey = computed(
    () => browserSupportsWebAuthn() && (this.#account.view()?.passkeys.length ?? 0) > 0,
  );
  /** The passkey is asked for when it is sent; no password is typed. */
  readonly byPasskey = computed(() => this.hasPasskey() && !this.#wantsPassword());
  /** Nothing proves the signer yet. */
  readonly isMissing = computed(() => !this.byPasskey() && this.password() === '');

  /** Looks which ways there are; the form that signs says so when it is shown. */
  begin(): void {
    this.#isAsked.set(true);
  }

  /** The other way is taken. */
  turn(): void {
    this.#wantsPassword.update((wants) => !wants);
    this.password.set('');
  }

  /** The words of a button that signs. */
  label(words: string): string {
    return this.byPasskey() ? `${words} with your passkey` : words;
  }

  /**
   * Sends what is signed, with the proof; the password is typed anew for whatever follows. Rejects with `ProblemError`.
   */
  async sign<E extends SigningEndpoint>(endpoint: E, { params, body }: Unsigned<E>): Promise<ViewOf<E>> {
    const to = { ...params, programId: this.#session.programId() } as unknown as ParamsOf<E>;
    const said = this.#privacy.withDeclared(body as object);
    try {
      const proof = this.byPasskey()
        ? { passkey: await this.#answer(endpoint, to, said) }
        : { password: this.password() };
      const view = await this.#api.call(endpoint, { params: to, body: { ...said, ...proof } as BodyOf<E> });
      this.password.set('');
      return view;
    } catch (error) {
      // Where no answer came it is sent again as it was.
      if (!isUnanswered(problemOf(error))) this.password.set('');
      throw error;
    }
  }

  /** Has the device sign the very act that is sent. */
  async #answer(
    { path }: SigningEndpoint,
    params: Readonly<Record<string, string>>,
    body: object,
  ): Promise<PasskeyProofBody> {
    const act = new TextEncoder().encode(canonicalJson(signedActJson({ path, params, body })));
    const asked = await this.#api.call(askSigning, {
      params: {},
      body: { actDigest: await sha256Hex(act) },
    });
    const optionsJSON = JSON.parse(asked.options) as Parameters<typeof startAuthentication>[0]['optionsJSON'];
    try {
      const response = JSON.stringify(await startAuthentication({ optionsJSON }));
      return { questionId: asked.id, response };
    } catch {
      // The finger was taken away, or the device has no such key: nothing was sent.
      throw new ProblemError(appProblem('app/passkey-not-given'));
    }
  }
}
