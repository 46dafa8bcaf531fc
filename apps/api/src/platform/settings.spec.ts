import { readSettings, SettingsError } from './settings';

describe('Settings', () => {
  it('without any environment serve this machine with the embedded database and the demo', () => {
    expect(readSettings({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      demo: 'on',
      publicUrl: 'http://localhost:3000',
      production: false,
    });
  });

  it('believe no proxy unless it is named', () => {
    expect(readSettings({}).trustedProxies).toEqual([]);
    expect(readSettings({ TRUSTED_PROXIES: 'loopback, 10.0.0.0/8,::1' }).trustedProxies).toEqual([
      'loopback',
      '10.0.0.0/8',
      '::1',
    ]);
  });

  it('on a MySQL address make no demo unless asked', () => {
    expect(readSettings({ DATABASE_URL: 'mysql://u:p@db:3306/countersign' }).demo).toBe('off');
    expect(readSettings({ DATABASE_URL: 'mysql://u:p@db/countersign', DEMO: 'on' }).demo).toBe('on');
  });

  it.each(['p@ss', 'p:s/s', 'p?ss', 'p#ss', '100%', 'p%zz', 'two words'])(
    'Operator: explain percent-encoding where the password of DATABASE_URL is %s, and do not repeat it',
    (password) => {
      const read = () =>
        readSettings({ DATABASE_URL: `mysql://user:${password}@db.example.org:3306/countersign` });
      expect(read).toThrow(/percent-encoded: @ is %40, : is %3A, \/ is %2F/);
      expect(read).not.toThrow(password);
    },
  );

  it.each(['mysql://u:p%40ss%2F@db:3306/c', 'mysql://u@[::1]/c', "mysql://u:p!$&'()*+,;=~@db/c?ssl=true"])(
    'Operator: take %s as a database',
    (url) => {
      expect(readSettings({ DATABASE_URL: url }).databaseUrl).toBe(url);
    },
  );

  it('tell no monitor anything unless it has a token, which a refusal does not repeat', () => {
    expect(readSettings({}).metricsToken).toBeUndefined();
    expect(readSettings({ METRICS_TOKEN: '' }).metricsToken).toBeUndefined();
    expect(readSettings({ METRICS_TOKEN: 'a1'.repeat(16) }).metricsToken).toBe('a1'.repeat(16));
    for (const weak of ['too-short', 'two words '.repeat(4)]) {
      expect(() => readSettings({ METRICS_TOKEN: weak })).toThrow(/METRICS_TOKEN must be 32 characters/);
      expect(() => readSettings({ METRICS_TOKEN: weak })).not.toThrow(weak);
    }
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '3000 '],
    ['DATABASE_URL', 'mysql://host-without-database'],
    ['PUBLIC_URL', 'https://log.example.org/path'],
    ['PUBLIC_URL', 'https://log.example.org/?'],
    ['PUBLIC_URL', 'https://log.example.org/#start'],
    ['PUBLIC_URL', 'https://someone:secret@log.example.org'],
    ['TRUSTED_PROXIES', 'proxy.example.org'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['DEMO', 'yes'],
    ['LOG_LEVEL', 'loud'],
    ['HOST', 'http://localhost'],
    ['HOST', 'localhost:3000'],
    ['HOST', '300.1.1.1'],
    ['HOST', 'two words'],
    ['HOST', '[::1]'],
    ['NODE_ENV', 'prod'],
    ['NODE_ENV', 'Production'],
    ['SMTP_URL', 'mail.example.org:25'],
    ['SMTP_URL', 'http://mail.example.org'],
    ['SMTP_URL', 'smtp://user:p@ss@mail.example.org'],
    ['MAIL_FROM', 'Countersign'],
    ['MAIL_FROM', 'One <a@example.org>\r\nBcc: b@example.org'],
  ])('name %s when it is %s', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(SettingsError);
    expect(() => readSettings({ [name]: value })).toThrow(name);
  });

  it.each(['127.0.0.1', '0.0.0.0', '::1', '::', 'localhost', 'log.example.org'])(
    'take %s as a host',
    (host) => {
      expect(readSettings({ HOST: host }).host).toBe(host);
    },
  );

  it('take production, development, test and nothing as the kind of run', () => {
    const run = (kind?: string) => {
      const { production, checkReplies } = readSettings(kind === undefined ? {} : { NODE_ENV: kind });
      return [production, checkReplies];
    };
    expect([run('production'), run('development'), run('test'), run(''), run()]).toEqual([
      [true, false],
      [false, false],
      [false, true],
      [false, false],
      [false, false],
    ]);
  });

  it('know the public origin only where PUBLIC_URL names it', () => {
    expect(readSettings({ PORT: '4000' })).toMatchObject({
      publicUrl: 'http://localhost:4000',
      publicOrigin: undefined,
    });
    expect(readSettings({ PUBLIC_URL: 'https://log.example.org/' })).toMatchObject({
      publicUrl: 'https://log.example.org',
      publicOrigin: 'https://log.example.org',
    });
  });

  it('take a mail server with the address that mails come from, and never repeat its password', () => {
    const env = { SMTP_URL: 'smtps://u:p%40ss@mail.example.org:465', MAIL_FROM: 'Log <log@example.org>' };
    expect(readSettings(env)).toMatchObject({ smtpUrl: env.SMTP_URL, mailFrom: env.MAIL_FROM });
    expect(readSettings({}).smtpUrl).toBeUndefined();
    expect(() => readSettings({ SMTP_URL: env.SMTP_URL })).toThrow(/MAIL_FROM is missing/);
    const wrong = () => readSettings({ SMTP_URL: 'smtp://u:s3cr/et@mail', MAIL_FROM: 'a@b.c' });
    expect(wrong).toThrow(/percent-encoded/);
    expect(wrong).not.toThrow('s3cr');
  });

  it('an empty WEB_ROOT serves the API alone', () => {
    expect(readSettings({ WEB_ROOT: '' }).webRoot).toBeUndefined();
  });
});
