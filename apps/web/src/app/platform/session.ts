import { computed, inject, Injectable, signal } from '@angular/core';
import { roles as rolesInOrder, type Actor, type Role } from '@countersign/domain/access';
import { passkeySignIn } from '@countersign/contracts/account/endpoints';
import { demoSignIn, readSession, signIn, signOut } from '@countersign/contracts/sessions/endpoints';
import type { ProgramRolesView, SessionView } from '@countersign/contracts/sessions/views';
import type { Problem } from '@countersign/contracts/problems';
import { Api } from './api';
import { OtherTabs } from './other-tabs';
import { PagePerson } from './page-person';
import { problemOf } from './problem';
import { SessionEnd } from './session-end';

/** Who is signed in, and in which program and role the person works at the moment. */
@Injectable({ providedIn: 'root' })
export class Session {
  readonly #api = inject(Api);
  readonly #end = inject(SessionEnd);
  readonly #page = inject(PagePerson);
  readonly #tabs = inject(OtherTabs);
  readonly #view = signal<SessionView | null>(null);
  readonly #wanted = signal<Pick<ProgramRolesView, 'programId' | 'role'> | null>(null);
  readonly #other = signal<SessionView | null>(null);
  #loading: Promise<void> | undefined;

  /** Null until somebody signed in. Stays while {@link ended}, so that the page under the sign-in keeps what was typed. */
  readonly view = this.#view.asReadonly();

  /** The server no longer knows the session; the app asks to sign in again above the page. */
  readonly ended = computed(() => this.#view() !== null && this.#end.reached());

  /** Somebody else who is signed in in this browser by now; this page stays with the person it belongs to. */
  readonly other = this.#other.asReadonly();

  /** Why the session could not be read at the start; null when it could. */
  readonly trouble = signal<Problem | null>(null);

  /** Id of the person; undefined while nobody is signed in. */
  readonly personId = computed(() => this.#view()?.person.id);

  /** Every program and role of the person, in the order in which a start page is chosen: what has ended comes last. */
  readonly held = computed<readonly ProgramRolesView[]>(() =>
    (this.#view()?.roles ?? []).toSorted(
      (one, other) =>
        Number(one.ended !== undefined) - Number(other.ended !== undefined) ||
        rolesInOrder.indexOf(one.role) - rolesInOrder.indexOf(other.role),
    ),
  );

  /** The program and role in use: the chosen one while it is held, else the first. */
  readonly current = computed<ProgramRolesView | null>(() => {
    const wanted = this.#wanted();
    const chosen = this.held().find((one) => one.programId === wanted?.programId && one.role === wanted.role);
    return chosen ?? this.held()[0] ?? null;
  });

  /** Id of the program in use; empty while nobody is signed in. */
  readonly programId = computed(() => this.current()?.programId ?? '');
  readonly role = computed<Role | null>(() => this.current()?.role ?? null);

  /** The roles held in the program in use. */
  readonly roles = computed<readonly Role[]>(() =>
    this.held()
      .filter((one) => one.programId === this.programId())
      .map((one) => one.role),
  );

  /** The person as the permission rules of the domain see them. */
  readonly actor = computed<Actor | null>(() => {
    const view = this.#view();
    return view && { personId: view.person.id, roles: view.roles };
  });

  /** Resolves once it is known whether somebody is signed in; never rejects. */
  ready(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  /** Signs in with e-mail and password, and a code where the account has a second factor; rejects with `ProblemError`. */
  async open(email: string, password: string, code?: string): Promise<void> {
    const body = { email, password, ...(code === undefined ? {} : { code }) };
    this.#accept(await this.#api.call(signIn, { params: {}, body }));
    this.#tabs.tell();
  }

  /** Signs in with what a passkey answered; rejects with `ProblemError`. */
  async openWithPasskey(body: { readonly state: string; readonly response: string }): Promise<void> {
    this.#accept(await this.#api.call(passkeySignIn, { params: {}, body }));
    this.#tabs.tell();
  }

  /** Signs in as a person of the demo program; rejects with `ProblemError`. */
  async openDemo(personId: string): Promise<void> {
    this.#accept(await this.#api.call(demoSignIn, { params: {}, body: { personId } }));
    this.#tabs.tell();
  }

  /** Signs out; rejects with `ProblemError` when the server could not be told. */
  async close(): Promise<void> {
    if (!this.#end.reached()) await this.#api.call(signOut, { params: {} });
    this.forget();
    this.#tabs.tell();
  }

  /**
   * Looks whether whoever is signed in in this browser is still the person of this page. Where it is somebody else, or
   * nobody, the page keeps what it shows and says so.
   */
  async look(): Promise<void> {
    if (this.#view() === null) return;
    // That the session has ended is noted on the reply; while the server is out of reach nothing is known.
    const read = await this.#api.call(readSession, { params: {} }).catch(() => null);
    if (read === null) return;
    if (read.person.id === this.personId()) this.#accept(read);
    else this.#other.set(read);
  }

  /** The session goes on as the server says now. */
  renew(view: SessionView): void {
    this.#accept(view);
  }

  /** Asks the person of this page to sign in again, in the place of whoever is signed in by now. */
  askAgain(): void {
    this.#end.reached.set(true);
  }

  /** Drops what is known about the person, when the session has ended and somebody else goes on. */
  forget(): void {
    this.#view.set(null);
    this.#wanted.set(null);
    this.#other.set(null);
    this.#page.id.set(undefined);
  }

  /** Works in another role that the person holds. */
  choose(role: Role, programId: string = this.programId()): void {
    this.#wanted.set({ programId, role });
  }

  async #load(): Promise<void> {
    this.trouble.set(null);
    try {
      this.#accept(await this.#api.call(readSession, { params: {} }));
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'session/required') return;
      this.trouble.set(problem);
      this.#loading = undefined;
    }
  }

  #accept(view: SessionView): void {
    this.#view.set(view);
    this.#page.id.set(view.person.id);
    this.#other.set(null);
    this.#tabs.settle();
    this.#loading = Promise.resolve();
    this.trouble.set(null);
    this.#end.reached.set(false);
  }
}
