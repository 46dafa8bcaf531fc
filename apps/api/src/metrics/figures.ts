import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { Db } from '../db/db';
import type { SignedRequest } from '../platform/handle';
import { WorkFigures } from './work-figures';

/** Seconds at which durations of requests are told apart. */
const REQUEST_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Seconds at which waiting for the database is told apart. */
const WAIT_S = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 2, 5];

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'];

/** What no route answered: a page, a file, an address that is none, a request that was refused before it was looked at. */
const NO_ROUTE = 'none';

/**
 * The figures of one server, counted from its start. Every label has a fixed list of values: route patterns, methods,
 * classes of answers, codes of problems, names of followers. None says who, which record, or from where.
 */
@Injectable()
export class Figures {
  private readonly registry = new Registry();
  private readonly registers = [this.registry];

  private readonly running = new Gauge({
    name: 'countersign_http_requests_in_flight',
    help: 'Requests that are being answered.',
    registers: this.registers,
  });
  private readonly durations = new Histogram({
    name: 'countersign_http_request_duration_seconds',
    help: 'Time until a request was answered, by method, route pattern and class of the answer.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: REQUEST_S,
    registers: this.registers,
  });
  private readonly faults = new Counter({
    name: 'countersign_http_faults_total',
    help: 'Requests that could not be answered (5xx) or came too often (429), by code of the problem.',
    labelNames: ['code'] as const,
    registers: this.registers,
  });
  private readonly waits = new Histogram({
    name: 'countersign_database_wait_seconds',
    help: 'Time for which a transaction waited for its turn or its connection.',
    labelNames: ['kind'] as const,
    buckets: WAIT_S,
    registers: this.registers,
  });

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(WorkFigures) private readonly work: WorkFigures,
  ) {}

  /** Begins to count; nothing is counted where nobody may ask. */
  start(): void {
    collectDefaultMetrics({ register: this.registry });
    this.work.start(this.registry);
    this.db.onBegin((kind, waitedMs) => this.waits.observe({ kind }, waitedMs / 1000));
  }

  /** Counts a request from now until it is answered, or its caller is gone. */
  count(request: Request, response: Response): void {
    const began = performance.now();
    this.running.inc();
    response.once('close', () => {
      this.running.dec();
      const labels = {
        method: METHODS.includes(request.method) ? request.method : 'other',
        route: patternOf(request),
        status: response.writableFinished ? `${Math.floor(response.statusCode / 100)}xx` : 'cut off',
      };
      this.durations.observe(labels, (performance.now() - began) / 1000);
      const { problemCode } = request as SignedRequest;
      const { statusCode } = response;
      if (statusCode >= 500 || statusCode === 429) this.faults.inc({ code: problemCode ?? NO_ROUTE });
    });
  }

  /** All figures in the text format of Prometheus, with its media type. */
  async told(): Promise<{ readonly type: string; readonly text: string }> {
    await this.work.look();
    return { type: this.registry.contentType, text: await this.registry.metrics() };
  }
}

/** The pattern of the route that took the request, never its address. */
function patternOf(request: Request): string {
  const { path } = (request.route ?? {}) as { readonly path?: unknown };
  return typeof path === 'string' ? path : NO_ROUTE;
}
