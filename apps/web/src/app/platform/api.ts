import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { computed, effect, inject, Injectable, linkedSignal, untracked, type Signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { ACT_HEADER, DISPLAY_HEADER } from '@countersign/contracts/endpoint';
import type {
  BodyOf,
  Endpoint,
  FileEndpoint,
  JsonEndpoint,
  ParamsOf,
  QueryOf,
  ViewOf,
} from '@countersign/contracts/endpoint';
import type { Problem } from '@countersign/contracts/problems';
import { Acts } from './acts';
import { isUnanswered, ProblemError, problemOf, unanswered } from './problem';
import { SessionEnd } from './session-end';

/** What a read carries. */
export interface ReadOf<E extends JsonEndpoint> {
  readonly params: ParamsOf<E>;
  readonly query?: QueryOf<E>;
  /** Secret of the display link that opens the endpoint in the place of a session. */
  readonly secret?: string;
}

/** After how many ms without an answer a read that is repeated by itself is given up, so that the next one can go out. */
const BACKGROUND_TIMEOUT_MS = 10_000;

/** What a call carries; `ifMatch` is the version of the record that the person saw. */
export interface RequestOf<E extends JsonEndpoint> extends ReadOf<E> {
  readonly body?: BodyOf<E>;
  readonly ifMatch?: number;
}

/** What a page reads from the server and shows. */
export interface Read<View> {
  /** The newest reply; it stays while it is read again, and when that fails. Undefined until the first one. */
  readonly view: Signal<View | undefined>;
  /** Why the newest attempt failed. */
  readonly trouble: Signal<Problem | null>;
  readonly isLoading: Signal<boolean>;
  reload(): void;
  /** Shows what a call answered. */
  set(view: View): void;
}

/** The only way from the app to the server: everything is typed by the endpoint that both sides share. */
@Injectable({ providedIn: 'root' })
export class Api {
  readonly #http = inject(HttpClient);
  readonly #sessionEnd = inject(SessionEnd);
  readonly #acts = new Acts();

  /**
   * Sends one request. Resolves with the view, rejects with {@link ProblemError}. What writes is an act: sent again after
   * an answer was lost, it is never done twice.
   */
  async call<E extends JsonEndpoint>(endpoint: E, request: RequestOf<E>): Promise<ViewOf<E>> {
    const url = urlOf(endpoint, request.params);
    const writes = endpoint.method !== 'GET';
    const sent = writes ? JSON.stringify([endpoint.method, url, request.ifMatch, request.body]) : '';
    const reply = this.#http.request<ViewOf<E>>(endpoint.method, url, {
      body: request.body,
      params: queryParams(request.query),
      headers: {
        ...ifMatchHeader(request.ifMatch),
        ...(writes ? { [ACT_HEADER]: this.#acts.keyOf(sent) } : {}),
      },
    });
    try {
      const view = await firstValueFrom(reply);
      this.#acts.settle(sent);
      return view;
    } catch (error) {
      const found = problemOf(error);
      if (!isUnanswered(found)) this.#acts.settle(sent);
      throw new ProblemError(writes ? unanswered(found) : found);
    }
  }

  /** Reads a file that is text. Rejects with {@link ProblemError}. */
  async text<E extends FileEndpoint>(endpoint: E, params: ParamsOf<E>): Promise<string> {
    try {
      return await firstValueFrom(this.#http.get(urlOf(endpoint, params), { responseType: 'text' }));
    } catch (error) {
      throw new ProblemError(problemOf(error));
    }
  }

  /** Gets a file, to the byte. Rejects with {@link ProblemError}. */
  async bytes<E extends FileEndpoint>(
    endpoint: E,
    params: ParamsOf<E>,
    query?: QueryOf<E>,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const reply = this.#http.request(endpoint.method, urlOf(endpoint, params), {
      params: queryParams(query),
      responseType: 'arraybuffer',
    });
    try {
      return new Uint8Array(await firstValueFrom(reply));
    } catch (error) {
      throw new ProblemError(problemOf(error));
    }
  }

  /**
   * A read that follows the signals its request uses; an undefined request leaves it idle. Call it where `inject`
   * works. A read that failed because the session had ended is tried again after the next sign-in.
   */
  read<E extends JsonEndpoint>(endpoint: E, request: () => ReadOf<E> | undefined): Read<ViewOf<E>> {
    const address = computed(
      () => {
        const read = request();
        return (
          read && {
            ...{ url: urlOf(endpoint, read.params), params: queryParams(read.query) },
            ...(read.secret === undefined ? {} : { headers: { [DISPLAY_HEADER]: read.secret } }),
            ...(endpoint.background ? { timeout: BACKGROUND_TIMEOUT_MS } : {}),
          }
        );
      },
      { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
    );
    const resource = httpResource<ViewOf<E>>(address);
    effect(() => {
      if (this.#sessionEnd.reached()) return;
      const error = untracked(resource.error);
      if (error && problemOf(error).code === 'session/required') resource.reload();
    });
    return {
      view: newestOf(resource, address),
      trouble: computed(() => {
        const error = resource.error();
        return error ? problemOf(error) : null;
      }),
      isLoading: resource.isLoading,
      reload: () => void resource.reload(),
      set: (view) => resource.set(view),
    };
  }
}

/** The reply to what is asked now, kept until there is a newer one; what was asked before is over. */
function newestOf<View>(
  resource: HttpResourceRef<View | undefined>,
  address: Signal<object | undefined>,
): Signal<View | undefined> {
  return linkedSignal<{ asked: object | undefined; reply: View | undefined }, View | undefined>({
    source: () => ({ asked: address(), reply: resource.hasValue() ? resource.value() : undefined }),
    computation: ({ asked, reply }, before) =>
      reply ?? (before?.source.asked === asked ? before?.value : undefined),
  }).asReadonly();
}

/** The address of an endpoint: what a link to a file leads to. */
export function urlOf(endpoint: Endpoint, params: Readonly<Record<string, string>>): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  return `/api${path}`;
}

function queryParams(query: object | undefined): Record<string, string> {
  const stated = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(stated.map(([name, value]) => [name, String(value)]));
}

function ifMatchHeader(version: number | undefined): Record<string, string> {
  return version === undefined ? {} : { 'If-Match': `"${version}"` };
}
