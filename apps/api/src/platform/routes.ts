import { Inject, Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ROUTE, type Route } from './handle';

/** A handler that the router knows. */
export interface FoundRoute {
  /** Controller and method, for messages. */
  readonly name: string;
  /** Absent when the handler was not bound with `@Handle`: the gate denies it and the start fails. */
  readonly route: Route | undefined;
}

/** Lists every route of the running app, read from the controllers themselves. */
@Injectable()
export class Routes {
  private readonly scanner = new MetadataScanner();

  constructor(@Inject(DiscoveryService) private readonly discovery: DiscoveryService) {}

  /** Every handler method of every controller. */
  list(): readonly FoundRoute[] {
    return this.discovery.getControllers().flatMap(({ instance, name }) => {
      const controller = instance as Record<string, object> | null;
      if (!controller) return [];
      const prototype = Object.getPrototypeOf(controller) as Record<string, object>;
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((method) => Reflect.hasMetadata('path', prototype[method] ?? {}))
        .map((method) => ({
          name: `${String(name)}.${method}`,
          route: Reflect.getMetadata(ROUTE, prototype[method] ?? {}) as Route | undefined,
        }));
    });
  }

  /** @throws Error naming every handler that has no endpoint of the contracts. */
  assertAllNamed(): void {
    const unnamed = this.list().filter(({ route }) => route === undefined);
    if (unnamed.length > 0)
      throw new Error(`Routes without an endpoint: ${unnamed.map(({ name }) => name).join(', ')}`);
  }
}
