import { randomUUID } from 'node:crypto';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { ACT_HEADER } from '@countersign/contracts/endpoint';
import { PERSON_HEADER } from '@countersign/contracts/sessions/endpoints';
import { patiently } from './patiently';

/** A reply as a test looks at it. */
export interface Reply<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
  /** As it came; a file that is no JSON has an empty body and is read here. */
  readonly bytes: Buffer;
}

/** What a request may say besides its path. */
export interface Ask {
  readonly body?: unknown;
  /** Revision for If-Match. */
  readonly revision?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether "busy" is taken for an answer; otherwise the same act is sent again, as a page does. */
  readonly isHasty?: boolean;
}

interface DescribedReply {
  readonly headers?: Readonly<Record<string, { schema: { const?: string } }>>;
  /** The schema of what is in it; a file has none. */
  readonly content?: Readonly<Record<string, { schema?: object }>>;
}

interface Document {
  readonly paths: Record<string, Record<string, { responses: Record<string, DescribedReply> }>>;
  readonly components: object;
}

/** Checks replies against the API document: status and headers must be those described, the body must fit its schema. */
export class ReplyContract {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly validators = new Map<string, ValidateFunction>();

  private readonly document: Document;

  /** @param document as the server answers it */
  constructor(document: unknown) {
    this.document = document as Document;
    addFormats.default(this.ajv);
    this.ajv.addSchema({ $id: 'api', ...this.document });
  }

  /** Throws when the document does not describe this reply. */
  check(method: string, path: string, reply: Reply): void {
    const found = Object.entries(this.document.paths).find(([template]) => matches(template, path));
    if (!found) return;
    const [template, operations] = found;
    const response = operations[method.toLowerCase()]?.responses[String(reply.status)];
    if (!response)
      throw new Error(
        `${method} ${template} answered ${reply.status}, which the API document does not describe: ${JSON.stringify(reply.body)}`,
      );
    const [media] = Object.keys(response.content ?? {});
    const described = [media ?? null, response.headers?.['Content-Disposition']?.schema.const ?? null];
    const sent = [mediaOf(reply), reply.headers.get('content-disposition')];
    if (described.join() !== sent.join())
      throw new Error(`${method} ${path} answered ${sent.join()}, described is ${described.join()}`);
    if (media === undefined || response.content?.[media]?.schema === undefined) return;
    const pointer = [
      '',
      'paths',
      template,
      method.toLowerCase(),
      'responses',
      String(reply.status),
      'content',
      media,
      'schema',
    ];
    const reference = `api#${pointer
      .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
      .map(encodeURIComponent)
      .join('/')}`;
    const validate = this.validators.get(reference) ?? this.ajv.compile({ $ref: reference });
    this.validators.set(reference, validate);
    if (!validate(reply.body))
      throw new Error(
        `${method} ${path}: ${this.ajv.errorsText(validate.errors)} in ${JSON.stringify(reply.body).slice(0, 2000)}`,
      );
  }
}

/** Media types of files that are no JSON. */
const FILES = /spreadsheetml|application\/pdf|text\/plain/;

function mediaOf({ headers }: Reply): string | null {
  return headers.get('content-type')?.split(';')[0] ?? null;
}

function matches(template: string, path: string): boolean {
  return new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path.split('?')[0] ?? '');
}

/** A browser without pages: keeps cookies, sends the write token, and holds every reply against the API document. */
export class TestClient {
  private readonly cookies = new Map<string, string>();
  /** Whose page this is: who signed in last. */
  private personId: string | undefined;

  constructor(
    private readonly origin: string,
    private readonly contract: ReplyContract | null,
  ) {}

  get<T = Record<string, unknown>>(path: string, ask: Ask = {}): Promise<Reply<T>> {
    return this.send<T>('GET', path, ask);
  }

  post<T = Record<string, unknown>>(path: string, ask: Ask = {}): Promise<Reply<T>> {
    return this.send<T>('POST', path, ask);
  }

  put<T = Record<string, unknown>>(path: string, ask: Ask = {}): Promise<Reply<T>> {
    return this.send<T>('PUT', path, ask);
  }

  delete<T = Record<string, unknown>>(path: string, ask: Ask = {}): Promise<Reply<T>> {
    return this.send<T>('DELETE', path, ask);
  }

  /** Another browser with the same cookies and the same page. */
  copy(): TestClient {
    const twin = new TestClient(this.origin, this.contract);
    for (const [name, value] of this.cookies) twin.cookies.set(name, value);
    twin.personId = this.personId;
    return twin;
  }

  /** One cookie by name. */
  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  private send<T>(method: string, path: string, ask: Ask): Promise<Reply<T>> {
    const act = randomUUID();
    const once = () => this.sendOnce<T>(method, path, { ...ask, act });
    if (ask.isHasty) return once();
    return patiently(once, ({ body }) => (body as { code?: unknown } | null)?.code === 'server/busy');
  }

  private async sendOnce<T>(method: string, path: string, ask: Ask & { act: string }): Promise<Reply<T>> {
    const response = await fetch(`${this.origin}/api${path}`, {
      method,
      headers: {
        ...(this.cookies.size > 0
          ? { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
          : {}),
        'x-xsrf-token': this.cookies.get('XSRF-TOKEN') ?? '',
        'sec-fetch-site': 'same-origin',
        ...(this.personId === undefined ? {} : { [PERSON_HEADER]: this.personId }),
        ...(ask.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'GET' ? {} : { [ACT_HEADER.toLowerCase()]: ask.act }),
        ...(ask.revision === undefined ? {} : { 'if-match': `"${ask.revision}"` }),
        ...ask.headers,
      },
      ...(ask.body === undefined
        ? {}
        : { body: typeof ask.body === 'string' ? ask.body : JSON.stringify(ask.body) }),
    });
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    const bytes = Buffer.from(await response.arrayBuffer());
    const isText = bytes.length > 0 && !FILES.test(response.headers.get('content-type') ?? '');
    const reply = {
      status: response.status,
      body: (isText ? JSON.parse(bytes.toString()) : {}) as Record<string, unknown>,
      headers: response.headers,
      bytes,
    };
    if (response.status === 201) this.takePerson(reply.body);
    this.contract?.check(method, `/api${path}`, reply);
    return reply as Reply<T>;
  }

  /** Remembers who signed in, as a page does. */
  private takePerson(body: Record<string, unknown>): void {
    const { person, endsAt } = body as { person?: { id: string }; endsAt?: number };
    if (person !== undefined && endsAt !== undefined) this.personId = person.id;
  }

  private keep(cookie: string): void {
    const match = /^([^=]+)=([^;]*)/.exec(cookie);
    if (!match?.[1]) return;
    if (match[2] === '') this.cookies.delete(match[1]);
    else this.cookies.set(match[1], decodeURIComponent(match[2] ?? ''));
  }
}
