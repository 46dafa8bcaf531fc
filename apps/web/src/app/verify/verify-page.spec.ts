import { Blob as NodeBlob } from 'node:buffer';
import { DecompressionStream } from 'node:stream/web';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { letterCode } from '@countersign/domain/credential';
import { MAX_CREDENTIAL_BYTES, type JsonObject } from '@countersign/domain/ledger';
import { sha256 } from '@noble/hashes/sha2.js';
import { ServerClock } from '../platform/program-clock';
import { forgedLetter, issuerKey, letter, signedLetter, statusList } from '../testing/letter';
import { pageProviders, textIn } from '../testing/page';
import { VerifyPage } from './verify-page';

// The library draws PDFs, for which jsdom has no means; what it reads out of a real one is tried in the journey.
jest.mock('pdfjs-dist', () => ({
  getDocument: ({ data }: { data: Uint8Array }) => {
    const attached = new TextDecoder().decode(data).split('\n').slice(1);
    return {
      promise: Promise.resolve({
        getAttachments: () => Promise.resolve(new Map(attached.map((_, nth) => [String(nth), {}]))),
        getAttachmentContent: (nth: string) =>
          Promise.resolve(new TextEncoder().encode(attached[Number(nth)])),
      }),
      destroy: () => Promise.resolve(),
    };
  },
}));
jest.mock('pdfjs-dist/build/pdf.worker.mjs', () => ({ WorkerMessageHandler: {} }));

const text = (credential: JsonObject) => JSON.stringify(credential);

describe('The page that checks letters', () => {
  let fixture: ComponentFixture<VerifyPage>;
  let online = true;
  let list = '';
  const page = () => fixture.nativeElement as HTMLElement;
  const answer = () => textIn(page().querySelector('.result'));

  beforeEach(async () => {
    Object.assign(globalThis, { Blob: NodeBlob, DecompressionStream });
    list = await statusList([]);
    online = true;
    TestBed.configureTestingModule({ providers: pageProviders });
    TestBed.inject(ServerClock).set('Mon, 23 Nov 2026 18:00:00 GMT');
  });

  /** Answers what the page asks for until it asks for nothing more; nothing else may ever be asked. */
  const settle = async (keys = [issuerKey]): Promise<void> => {
    const http = TestBed.inject(HttpTestingController);
    for (let round = 0; round < 40; round += 1) {
      for (const call of http.match(() => true)) {
        expect(['/api/issuer-keys', '/api/status-list']).toContain(call.request.url);
        if (!online) call.error(new ProgressEvent('error'));
        else if (call.request.url === '/api/status-list') call.flush(list);
        else call.flush({ keys });
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    TestBed.tick();
  };
  const open = async (keys = [issuerKey]): Promise<void> => {
    fixture = TestBed.createComponent(VerifyPage);
    await settle(keys);
  };
  const hand = async (type: 'paste' | 'drop', given: object, keys = [issuerKey]): Promise<void> => {
    const event = Object.assign(new Event(type), {
      [type === 'paste' ? 'clipboardData' : 'dataTransfer']: { files: [], getData: () => '', ...given },
    });
    document.dispatchEvent(event);
    await settle(keys);
  };
  const paste = (what: string, keys = [issuerKey]) => hand('paste', { getData: () => what }, keys);
  const drop = (file: NodeBlob) => hand('drop', { files: [file] });

  it('says that a letter is unchanged and not taken back, who signed it, and what is not proven', async () => {
    await open();
    await paste(text(await signedLetter()));
    expect(answer()).toContain('Unchanged since it was signed Good, and not taken back as of now.');
    for (const words of [letter.name, 'Tor Amundsen, MD', 'meaning: attested', 'Not proven:', 'Issuer known'])
      expect(answer()).toContain(words);
  });

  it('says that nobody asked whether it was taken back once the server is out of reach', async () => {
    await open();
    online = false;
    await paste(text(await signedLetter()));
    expect(answer()).toContain('Unchanged; whether it still stands is not checked');
    expect(answer()).toContain('the newest list here is of Nov 23, 2026');
  });

  it('says that a letter was taken back, with the server out of reach too', async () => {
    list = await statusList([7]);
    await open();
    online = false;
    await paste(text(await signedLetter()));
    expect(answer()).toContain('Signed, and taken back It was genuine when signed.');
  });

  const negatives: readonly [string, string, string, () => Promise<string>][] = [
    [
      'one character changed',
      'This file is not what was signed',
      'signature',
      async () => text(await signedLetter()).replace('"performed":1', '"performed":9'),
    ],
    [
      'the hashes in the wrong order',
      'This file is not what was signed',
      'signature',
      async () => text(await forgedLetter({}, { documentFirst: true })),
    ],
    [
      'its contexts in another order',
      'This file is not what was signed',
      'contexts',
      async () => {
        const credential = await signedLetter();
        return text({ ...credential, '@context': [...(credential['@context'] as string[])].reverse() });
      },
    ],
    [
      'another time of signing',
      'This file is not what was signed',
      'signature',
      async () => text(await signedLetter()).replace('"created":"2026-11-20', '"created":"2026-11-19'),
    ],
    [
      'the signature of another key under the known name',
      'This file is not what was signed',
      'signature',
      async () => text(await forgedLetter({}, { key: 'other' })),
    ],
    [
      'an unknown key',
      'Unchanged, but the issuer is unknown',
      'key',
      async () => text(await signedLetter({}, { verificationMethod: 'did:web:other.example#key' })),
    ],
    [
      'a signature for another purpose',
      'Nothing here can be checked',
      'purpose',
      async () => text(await forgedLetter({ proofPurpose: 'authentication' })),
    ],
    [
      'an end that has passed',
      'Signed, but not in force now',
      'time',
      async () => text(await signedLetter({ validUntil: '2026-11-22T00:00:00Z' })),
    ],
    [
      'a beginning that is to come',
      'Signed, but not in force now',
      'time',
      async () => text(await signedLetter({ validFrom: '2026-11-24T00:00:00Z' })),
    ],
    [
      'an issuer that does not own the key',
      'The issuer is unknown',
      'issuer',
      async () => text(await signedLetter({ issuer: { id: 'did:web:other.example' } })),
    ],
    [
      'a member twice',
      'Nothing here can be checked',
      'text',
      async () =>
        text(await signedLetter()).replace('"validFrom"', '"validFrom":"2026-01-01T00:00:00Z","validFrom"'),
    ],
    [
      'a megabyte',
      'Nothing here can be checked',
      'size',
      async () => text(await signedLetter({ description: 'x'.repeat(MAX_CREDENTIAL_BYTES) })),
    ],
  ];
  it.each(negatives)(
    'answers a file with %s: “%s”, and names the step “%s”',
    async (_what, title, step, make) => {
      await open();
      await drop(new NodeBlob([await make()]));
      expect(answer()).toContain(title);
      expect(answer()).toContain(`step “${step}”`);
      expect(answer()).not.toMatch(/Unchanged since|invalid|fake|forged|rejected/);
    },
  );

  it('reads the record inside a PDF, and says that its pages could be changed', async () => {
    await open();
    await drop(new NodeBlob([`%PDF-1.7\n${text(await signedLetter())}`]));
    expect(answer()).toContain('Unchanged since it was signed');
    expect(answer()).toContain('The pages of a PDF can be changed');
    expect(answer()).toContain('Sacroiliac joint injection');
    await drop(new NodeBlob(['%PDF-1.7']));
    expect(answer()).toContain('This PDF carries no signed record.');
    await drop(new NodeBlob(['%PDF-1.7\n{}\n{}']));
    expect(answer()).toContain('This PDF carries no signed record.');
  });

  it('proves by a code who signed which document, never what it says', async () => {
    await open();
    const code = await letterCode(await signedLetter(), issuerKey.kid, (bytes) => sha256(bytes));
    await paste(`https://log.example/verify#${code}`);
    expect(answer()).toContain('A known issuer signed a document with this digest');
    expect(answer()).not.toContain(letter.name);
    await paste(
      code.replace(/^(.{40})./, (_all, start: string) => `${start}${code[40] === 'A' ? 'B' : 'A'}`),
    );
    expect(answer()).toContain('This code is not what was signed');
  });

  it('knows no issuer whose key it does not hold', async () => {
    await open([]);
    await paste(text(await signedLetter()), []);
    expect(answer()).toContain('Unchanged, but the issuer is unknown');
    const code = await letterCode(await signedLetter(), issuerKey.kid, (bytes) => sha256(bytes));
    await paste(code, []);
    expect(answer()).toContain('The key that the code names is not among those');
  });

  it('shows on the face of the answer that a letter is a demonstration', async () => {
    await open();
    const demonstration = { ...letter, demonstration: true } as unknown as JsonObject;
    await paste(text(await signedLetter({ credentialSubject: demonstration })));
    expect(answer()).toContain('Demonstration: invented people and numbers. Not a credential.');
  });

  it('asks to try again where its keys did not come, and checks nothing without them', async () => {
    online = false;
    await open();
    expect(textIn(page())).toContain('Knows no key yet.');
    await paste(text(await signedLetter()));
    expect(answer()).toContain('The keys of the issuers have not come yet');
  });
});
