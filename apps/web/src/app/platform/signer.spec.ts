import { createHash, webcrypto } from 'node:crypto';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { signSignOff } from '@countersign/contracts/sign-offs/endpoints';
import { canonicalJson } from '@countersign/domain/ledger';
import { signedActJson } from '@countersign/domain/signing';
import { pageProviders, signIn, SpecServer, textIn, control } from '../testing/page';
import { SignerProof } from '../ui/fields/signer-proof';
import { ActSigner } from './signer';

Object.assign(globalThis, { TextDecoder, TextEncoder });

@Component({
  selector: 'cs-form-under-test',
  imports: [SignerProof],
  template: '<cs-signer-proof [signer]="signer" />',
})
class FormUnderTest {
  readonly signer = new ActSigner();
}

const body = { id: 'i', digest: 'd'.repeat(64), meaning: 'countersigned' as const };
const params = { signOffId: 's1' };

async function open(passkeys: readonly object[]) {
  TestBed.configureTestingModule({ providers: pageProviders });
  const server = new SpecServer({ '/api/account': { passkeys } });
  await signIn('director');
  const fixture = TestBed.createComponent(FormUnderTest);
  await server.settle();
  return { server, page: fixture.nativeElement as HTMLElement, signer: fixture.componentInstance.signer };
}

beforeAll(() => {
  Object.defineProperty(globalThis.crypto, 'subtle', { value: webcrypto.subtle, configurable: true });
  // A browser that knows passkeys, and a device whose finger is taken away.
  Object.assign(globalThis, { PublicKeyCredential: class {} });
  Object.defineProperty(navigator, 'credentials', {
    value: { get: () => Promise.reject(new Error('NotAllowedError')) },
    configurable: true,
  });
});

it('asks for the password where there is no passkey', async () => {
  const { page, signer } = await open([]);
  expect(page.querySelector('input[type=password]')).not.toBeNull();
  expect([signer.isMissing(), signer.label('Sign')]).toEqual([true, 'Sign']);
});

it('asks for the passkey where there is one, and for the password by a button', async () => {
  const { page, signer, server } = await open([{ id: 'k', name: 'Key', createdAt: 0 }]);
  expect(textIn(page)).toContain('Sign with your passkey');
  expect(page.querySelector('input[type=password]')).toBeNull();
  expect([signer.isMissing(), signer.label('Sign')]).toEqual([false, 'Sign with your passkey']);
  control<HTMLButtonElement>(page, 'button', 'Use your password').click();
  await server.settle();
  expect([page.querySelector('input[type=password]') !== null, signer.isMissing()]).toEqual([true, true]);
  control<HTMLButtonElement>(page, 'button', 'Use your passkey').click();
  expect(signer.byPasskey()).toBe(true);
});

it('asks for the very act that is sent, and sends nothing where the device does not answer', async () => {
  const { signer, server } = await open([{ id: 'k', name: 'Key', createdAt: 0 }]);
  const sent = signer.sign(signSignOff, { params, body }).then(
    () => 'signed',
    (error: { problem: { code: string } }) => error.problem.code,
  );
  await new Promise((over) => setTimeout(over, 20));
  const asked = server.expect('POST', '/api/account/signing-questions');
  const act = canonicalJson(
    signedActJson({ path: signSignOff.path, params: { ...params, programId: 'p' }, body }),
  );
  expect(asked.request.body).toEqual({ actDigest: createHash('sha256').update(act).digest('hex') });
  asked.flush({ id: 'q', options: JSON.stringify({ challenge: 'AAAA', rpId: 'localhost' }) });
  expect(await sent).toBe('app/passkey-not-given');
  server.expectNone('POST');
});
