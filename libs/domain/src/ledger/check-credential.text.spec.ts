import { spreadOf } from '../testing/cases';
import { checkCredential } from './index';
import { onNode } from './testdata/crypto-adapters';
import { trust } from './testdata/sample-credential';
import { w3cCredential } from './testdata/w3c-vector';

const whole = JSON.stringify(w3cCredential);
const check = (text: string) => checkCredential(text, trust, onNode);
const refusal = (step: string, what: string) =>
  expect.objectContaining({ ok: false, step, code: `credential/${what}` });

describe('The text of a credential', () => {
  it.each(['"__proto__":{"issuer":"x"}', '"constructor":{}', '"validFrom ":"x"', '"\\u0000":1'])(
    'cannot gain the member %s, which its signature does not cover',
    async (member) => {
      expect(await check(whole.replace('{', `{${member},`))).toEqual(refusal('signature', 'signature-bad'));
    },
  );

  it.each([
    ['a second document behind it', `${whole}{}`, 'not-json'],
    ['a zero behind it', `${whole}\0`, 'not-json'],
    ['a byte order mark before it', `\ufeff${whole}`, 'not-json'],
    ['half a sign in a text', whole.replace('The School', '\udc00'), 'not-canonical'],
  ])('with %s is refused', async (_name, text, what) => {
    expect(await check(text)).toEqual(refusal('json', what));
  });

  it('may have its lines end as on any system', async () => {
    const lines = JSON.stringify(w3cCredential, null, 2).replaceAll('\n', '\r\n');
    expect(await check(`${lines}\r\n`)).toMatchObject({ ok: true });
  });

  it.each(['null', '[]', '"text"', '1', '{}', '{"proof":{}}'])('is not %s', async (text) => {
    expect(await check(text)).toEqual(refusal('form', 'malformed'));
  });

  it('with any one sign changed is refused', async () => {
    for (const position of spreadOf(
      [...whole].map((_, at) => at),
      100,
    )) {
      const sign = whole[position] === 'x' ? 'y' : 'x';
      const checked = await check(whole.slice(0, position) + sign + whole.slice(position + 1));
      expect([position, checked.ok]).toEqual([position, false]);
    }
  });
});
