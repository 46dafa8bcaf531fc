import { inject, Injectable } from '@angular/core';
import type {
  BodyOf,
  FileEndpoint,
  JsonEndpoint,
  ParamsOf,
  QueryOf,
  ViewOf,
  Wire,
} from '@countersign/contracts/endpoint';
import { Api, type Read } from './api';
import { Privacy } from './privacy';
import { Session } from './session';

/** An endpoint of one program. */
type ProgramEndpoint = JsonEndpoint<Wire, `/programs/:programId${string}`>;
type ProgramFile = FileEndpoint<Omit<Wire, 'view'>, `/programs/:programId${string}`>;
type OtherParams<E extends JsonEndpoint | FileEndpoint> = Omit<ParamsOf<E>, 'programId'>;
type Params<E extends JsonEndpoint | FileEndpoint> = keyof OtherParams<E> extends never
  ? { readonly params?: undefined }
  : { readonly params: OtherParams<E> };

/** What a read of the program in use carries. */
export type ProgramReadOf<E extends JsonEndpoint> = Params<E> & { readonly query?: QueryOf<E> };

/** What a call to the program in use carries; `ifMatch` is the version of the record that the person saw. */
export type ProgramRequestOf<E extends JsonEndpoint> = ProgramReadOf<E> & {
  readonly body?: BodyOf<E>;
  readonly ifMatch?: number;
};

/** The server’s part that belongs to the program in use: every path gets the id of that program. */
@Injectable({ providedIn: 'root' })
export class ProgramApi {
  readonly #api = inject(Api);
  readonly #privacy = inject(Privacy);
  readonly #session = inject(Session);

  /** Sends one request, with what its writer said of the words in it. Resolves with the view, rejects with `ProblemError`. */
  call<E extends ProgramEndpoint>(endpoint: E, request: ProgramRequestOf<E>): Promise<ViewOf<E>> {
    const { body } = request;
    const declared = body === undefined ? {} : { body: this.#privacy.withDeclared(body) };
    return this.#api.call(endpoint, { ...request, ...declared, params: this.#withProgram(request) });
  }

  /** Gets a file as `Api.bytes` does. */
  bytes<E extends ProgramFile>(
    endpoint: E,
    request: Params<E> & { readonly query?: QueryOf<E> },
  ): Promise<Uint8Array<ArrayBuffer>> {
    return this.#api.bytes(endpoint, this.#withProgram(request), request.query);
  }

  /** A read as `Api.read`, idle also while nobody is signed in. */
  read<E extends ProgramEndpoint>(endpoint: E, request: () => ProgramReadOf<E> | undefined): Read<ViewOf<E>> {
    return this.#api.read(endpoint, () => {
      const read = request();
      if (!read || this.#session.programId() === '') return undefined;
      return { ...read, params: this.#withProgram(read) };
    });
  }

  #withProgram<E extends ProgramEndpoint | ProgramFile>({ params }: Params<E>): ParamsOf<E> {
    return { ...params, programId: this.#session.programId() } as unknown as ParamsOf<E>;
  }
}
