import { isIP } from 'node:net';
import { join, resolve } from 'node:path';

/** Everything that a start can be told from outside, checked once. */
export interface Settings {
  /** Port to listen on; 0 picks a free one (tests). */
  readonly port: number;
  /** Interface to listen on; the default serves this machine only. */
  readonly host: string;
  /** Folder of the embedded database; created when missing. */
  readonly dataDir: string;
  /** Folder of the private keys with which the installation signs; created when missing. */
  readonly keysDir: string;
  /** Folder into which signed checkpoints are written, to be taken out of the system from there; created when missing. */
  readonly checkpointsDir: string;
  /** A `mysql://` address, or undefined for the embedded SQLite file. */
  readonly databaseUrl: string | undefined;
  /** Folder of the built web app; undefined serves the API alone. */
  readonly webRoot: string | undefined;
  /** Address that browsers use; an https address turns on the `__Host-` cookie and HSTS. */
  readonly publicUrl: string;
  /** The origin that PUBLIC_URL names; undefined where it was left out and the request's own host stands in. */
  readonly publicOrigin: string | undefined;
  /** Whether an empty database gets the demo program. Never on a database that holds a real program. */
  readonly demo: 'on' | 'off';
  /** Addresses or networks of proxies whose X-Forwarded-For is believed; none unless told. */
  readonly trustedProxies: readonly string[];
  /** `smtp://` or `smtps://` address of the mail server; undefined lays mails into a folder of the data folder. */
  readonly smtpUrl: string | undefined;
  /** From whom mails come: an address, or a name with an address in angle brackets. */
  readonly mailFrom: string;
  /** What a monitor must name to be told the figures of this server; undefined tells them nobody. */
  readonly metricsToken: string | undefined;
  readonly logLevel: string;
  /** Production refuses a database whose durability settings could lose an acknowledged write. */
  readonly production: boolean;
  /** Test runs check every reply against its view class. */
  readonly checkReplies: boolean;
}

/** A wrong setting, in words for the person who starts the server. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'];
const modes = ['production', 'development', 'test'] as const;

/**
 * Reads the settings from environment variables.
 * @throws SettingsError with one plain line per wrong value.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const wrong: string[] = [];
  const port = readPort(env['PORT'], wrong);
  const databaseUrl = readDatabaseUrl(env['DATABASE_URL'], wrong);
  const publicOrigin = readPublicUrl(env['PUBLIC_URL'], wrong);
  const mode = readOneOf('NODE_ENV', env['NODE_ENV'], modes, 'development', wrong);
  const dataDir = resolve(env['DATA_DIR'] || 'data');
  const settings: Settings = {
    port,
    host: readHost(env['HOST'], wrong),
    dataDir,
    keysDir: resolve(env['KEYS_DIR'] || join(dataDir, 'keys')),
    checkpointsDir: resolve(env['CHECKPOINTS_DIR'] || join(dataDir, 'checkpoints')),
    databaseUrl,
    webRoot: env['WEB_ROOT'] === '' ? undefined : resolve(env['WEB_ROOT'] ?? 'dist/apps/web/browser'),
    publicUrl: publicOrigin ?? `http://localhost:${port}`,
    publicOrigin,
    demo: readOneOf('DEMO', env['DEMO'], ['on', 'off'], databaseUrl === undefined ? 'on' : 'off', wrong),
    trustedProxies: readProxies(env['TRUSTED_PROXIES'], wrong),
    ...readMail(env, wrong),
    metricsToken: readMetricsToken(env['METRICS_TOKEN'], wrong),
    logLevel: readOneOf('LOG_LEVEL', env['LOG_LEVEL'], logLevels, 'warn', wrong),
    production: mode === 'production',
    checkReplies: mode === 'test',
  };
  if (wrong.length > 0) throw new SettingsError(wrong.join('\n'));
  return settings;
}

function readPort(value: string | undefined, wrong: string[]): number {
  if (value === undefined || value === '') return 3000;
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65535) return port;
  wrong.push(`PORT is "${value}": it must be a number from 0 to 65535, such as 3000.`);
  return 0;
}

function readHost(value: string | undefined, wrong: string[]): string {
  if (value === undefined || value === '') return '127.0.0.1';
  if (isIP(value) !== 0 || /^(?![\d.]+$)[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(value)) return value;
  wrong.push(
    `HOST is "${value}": it must be an address or a name of this machine, such as 127.0.0.1 (this machine only) or 0.0.0.0 (every interface), without port.`,
  );
  return '';
}

/** User and password of an address hold these as they are; everything else is percent-encoded (RFC 3986). */
const PLAIN = String.raw`(?:[\w.~!$&'()*+,;=-]|%[\da-fA-F]{2})`;
const DATABASE_URL = new RegExp(
  String.raw`^mysql://(?:${PLAIN}+(?::${PLAIN}*)?@)?([^/@:?#\[\]]+|\[[\da-f:]+\])(:\d+)?/[^/?#]+(?:\?[^#]*)?$`,
  'i',
);
const RESERVED = '@ is %40, : is %3A, / is %2F, ? is %3F, # is %23, % is %25, a space is %20';

function readDatabaseUrl(value: string | undefined, wrong: string[]): string | undefined {
  if (value === undefined || value === '') return undefined;
  if (DATABASE_URL.test(value) && URL.canParse(value)) return value;
  // The address holds a password, so that it is not repeated here.
  wrong.push(
    /^mysql:\/\/.*@/i.test(value)
      ? `DATABASE_URL cannot be read as mysql://user:password@host:3306/database. Characters of user and password that mean something in an address must be percent-encoded: ${RESERVED}.`
      : 'DATABASE_URL must look like mysql://user:password@host:3306/database. Leave it out for the embedded SQLite file.',
  );
  return undefined;
}

function readPublicUrl(value: string | undefined, wrong: string[]): string | undefined {
  if (value === undefined || value === '') return undefined;
  const url = URL.parse(value);
  const isWeb = url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
  // Nothing but an origin: an address with a query, a hash or a password would be used without them.
  if (isWeb && [url.origin, `${url.origin}/`].includes(url.href) && !/[?#@]/.test(value)) return url.origin;
  wrong.push(
    `PUBLIC_URL is "${value}": it must be the address people type, such as https://log.example.org, without path, query, hash or password.`,
  );
  return undefined;
}

const SMTP_URL = new RegExp(
  String.raw`^smtps?://(?:${PLAIN}+(?::${PLAIN}*)?@)?([^/@:?#\[\]]+|\[[\da-f:]+\])(:\d+)?/?$`,
  'i',
);
/** `log@example.org`, or `Countersign <log@example.org>`. */
const MAIL_FROM = /^(?:[^<>"\r\n]{1,80} <([^\s<>@]+@[^\s<>@]+)>|[^\s<>@]+@[^\s<>@]+)$/;
/** Whose name stands on mails that lie in the folder where nobody said who sends them. */
const NOBODY = 'Countersign <no-reply@localhost>';

function readMail(
  env: Readonly<Record<string, string | undefined>>,
  wrong: string[],
): Pick<Settings, 'smtpUrl' | 'mailFrom'> {
  const smtpUrl = env['SMTP_URL'] || undefined;
  const from = env['MAIL_FROM'] || undefined;
  // The address may hold a password, so that it is not repeated here.
  if (smtpUrl !== undefined && !(SMTP_URL.test(smtpUrl) && URL.canParse(smtpUrl)))
    wrong.push(
      `SMTP_URL must look like smtp://user:password@mail.example.org:587 or smtps://user:password@mail.example.org. Characters of user and password that mean something in an address must be percent-encoded: ${RESERVED}.`,
    );
  if (from !== undefined && !MAIL_FROM.test(from))
    wrong.push(
      `MAIL_FROM is "${from}": it must be an address, such as log@example.org, or Countersign <log@example.org>.`,
    );
  if (smtpUrl !== undefined && from === undefined)
    wrong.push(
      'MAIL_FROM is missing: a mail server takes mails from an address only, such as log@example.org.',
    );
  return { smtpUrl, mailFrom: from ?? NOBODY };
}

/** A bearer token (RFC 6750) that nobody guesses. */
const METRICS_TOKEN = /^[\w.~+/-]{32,256}=*$/;

function readMetricsToken(value: string | undefined, wrong: string[]): string | undefined {
  if (value === undefined || value === '') return undefined;
  if (METRICS_TOKEN.test(value)) return value;
  // It is a secret, so that it is not repeated here.
  wrong.push(
    'METRICS_TOKEN must be 32 characters or more, of letters, digits and - . _ ~ + / only: take what `openssl rand -hex 32` prints.',
  );
  return undefined;
}

function readProxies(value: string | undefined, wrong: string[]): string[] {
  const list = (value ?? '').split(',').map((one) => one.trim());
  const named = list.filter((one) => one !== '');
  const bad = named.filter((one) => {
    if (['loopback', 'linklocal', 'uniquelocal'].includes(one)) return false;
    const [address = '', bits] = one.split('/');
    const longest = isIP(address) === 6 ? 128 : 32;
    return (
      isIP(address) === 0 || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= longest))
    );
  });
  if (bad.length === 0) return named;
  wrong.push(
    `TRUSTED_PROXIES has "${bad.join(', ')}": it must be addresses or networks, such as 10.0.0.5 or 10.0.0.0/8, or loopback, with commas between.`,
  );
  return [];
}

function readOneOf<T extends string>(
  name: string,
  value: string | undefined,
  allowed: readonly T[],
  fallback: T,
  wrong: string[],
): T {
  if (value === undefined || value === '') return fallback;
  const found = allowed.find((word) => word === value);
  if (found !== undefined) return found;
  wrong.push(`${name} is "${value}": it must be one of ${allowed.join(', ')}.`);
  return fallback;
}
