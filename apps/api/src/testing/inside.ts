import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { mayAttempt, type Actor } from '@countersign/domain/access';
import type {
  BodyOf,
  Endpoint,
  FileEndpoint,
  ParamsOf,
  QueryOf,
  ViewOf,
} from '@countersign/contracts/endpoint';
import { actorOf, withRoles, type HeldLine } from '../people/actor-of';
import { PersonRow } from '../people/person.row';
import { Clock } from '../platform/clock';
import { ROUTE, type Handled, type Route } from '../platform/handle';
import { passGuard } from '../platform/privacy';
import { problem } from '../platform/problem';
import { readShape } from '../platform/shapes';
import type { NewPerson } from '../programs/set-up-program';
import type { TestServer } from './test-server';

/** What a call carries besides its actor. */
interface Ask<E extends Endpoint> {
  readonly params: ParamsOf<E>;
  readonly body?: BodyOf<E>;
  readonly query?: QueryOf<E>;
  readonly revision?: number;
}

type Handler = (handled: Handled<Endpoint>) => Promise<unknown>;
type Answer<E extends Endpoint> = E extends FileEndpoint ? Uint8Array : ViewOf<E>;

/**
 * The routes of a server, called in its process: role, shape and privacy guard are asked as at the door, only the wire
 * and the session are left out. For tests that need thousands of acts.
 */
export class Inside {
  private readonly handlers = new Map<Endpoint, { readonly route: Route; readonly handle: Handler }>();

  constructor(private readonly server: TestServer) {
    const scanner = new MetadataScanner();
    for (const { instance } of server.app.get(DiscoveryService, { strict: false }).getControllers()) {
      const controller = instance as Record<string, Handler>;
      const prototype = Object.getPrototypeOf(controller) as Record<string, object>;
      for (const name of scanner.getAllMethodNames(prototype)) {
        const route = Reflect.getMetadata(ROUTE, prototype[name] ?? {}) as Route | undefined;
        if (route)
          this.handlers.set(route.endpoint, { route, handle: (one) => controller[name]?.(one) ?? never() });
      }
    }
  }

  /** @throws ProblemException as the route answers */
  async call<E extends Endpoint>(endpoint: E, who: NewPerson, ask: Ask<E>): Promise<Answer<E>> {
    const found = this.handlers.get(endpoint);
    if (!found) throw new Error(`no handler for ${endpoint.path}`);
    const { programId } = ask.params as { readonly programId?: string };
    const actor = await this.actor(who);
    if (!mayAttempt(endpoint.action, actor, programId ?? null)) throw problem('access/not-allowed');
    const { route, handle } = found;
    const body = route.body && readShape(route.body, ask.body);
    const declared = body && passGuard(body);
    const proof = { method: 'password', secret: who.passwordHash } as const;
    const handled = {
      actor: { ...actor, ...(declared && { declared }), ...(endpoint.signs ? { proof } : {}) },
      ...{ params: ask.params, body, revision: ask.revision ?? 0, request: {}, response: {} },
      query: route.query && readShape(route.query, ask.query ?? {}),
    };
    return (await handle(handled as unknown as Handled<Endpoint>)) as Answer<E>;
  }

  private async actor({ id }: NewPerson): Promise<Actor> {
    const lines = await this.server.read((manager) =>
      withRoles(manager.createQueryBuilder(PersonRow, 'person'))
        .where('person.id = :id', { id })
        .getRawMany<HeldLine>(),
    );
    return actorOf(id, lines, this.server.app.get(Clock).now());
  }
}

function never(): never {
  throw new Error('a handler is a method');
}
