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

  it('on a MySQL address make no demo unless asked', () => {
    expect(readSettings({ DATABASE_URL: 'mysql://u:p@db:3306/countersign' }).demo).toBe('off');
    expect(readSettings({ DATABASE_URL: 'mysql://u:p@db/countersign', DEMO: 'on' }).demo).toBe('on');
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '3000 '],
    ['DATABASE_URL', 'mysql://host-without-database'],
    ['PUBLIC_URL', 'https://log.example.org/path'],
    ['DEMO', 'yes'],
    ['LOG_LEVEL', 'loud'],
  ])('name %s when it is %s', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(SettingsError);
    expect(() => readSettings({ [name]: value })).toThrow(name);
  });

  it('an empty WEB_ROOT serves the API alone', () => {
    expect(readSettings({ WEB_ROOT: '' }).webRoot).toBeUndefined();
  });
});
