// autocannon ships no types; this is what the benchmark uses.
declare module 'autocannon' {
  interface Request {
    method?: string;
    path?: string;
    headers?: Readonly<Record<string, string>>;
    body?: string;
  }
  interface Options {
    readonly url: string;
    readonly connections: number;
    /** Seconds until an answer is given up. */
    readonly timeout: number;
    /** Requests in all. */
    readonly amount: number;
    readonly requests: readonly {
      /** The context is the request's own, and its answer's. */
      setupRequest(request: Request, context: { entryId?: string }): Request;
      onResponse(status: number, body: string, context: { entryId?: string }): void;
    }[];
  }
  interface Result {
    readonly '2xx': number;
    readonly non2xx: number;
    readonly errors: number;
  }
  function autocannon(options: Options): Promise<Result>;
  export = autocannon;
}
