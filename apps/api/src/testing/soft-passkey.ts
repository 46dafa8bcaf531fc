import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** Bits of what an authenticator says of itself: somebody was there, and was verified; a key follows. */
const PRESENT_AND_VERIFIED = 0x05;
const PRESENT = 0x01;
const KEY_FOLLOWS = 0x40;

/** An authenticator in software: one ES256 key for one place, as a device would hold it. */
export class SoftPasskey {
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private readonly id = randomBytes(16);
  private uses = 0;

  /** @param origin of the page on which it is asked */
  constructor(private readonly origin: string) {}

  /** Answers the options of a registration. */
  register(options: string): string {
    const { challenge, rp } = JSON.parse(options) as { challenge: string; rp: { id: string } };
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const coordinate = (label: number, value: string) =>
      Buffer.concat([Buffer.from([label, 0x58, 0x20]), Buffer.from(value, 'base64url')]);
    const key = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]),
      coordinate(0x21, x),
      coordinate(0x22, y),
    ]);
    const length = Buffer.from([0, this.id.length]);
    const flags = PRESENT_AND_VERIFIED | KEY_FOLLOWS;
    const data = Buffer.concat([this.dataOf(rp.id, flags), Buffer.alloc(16), length, this.id, key]);
    const attestation = Buffer.concat([
      ...[Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0])],
      ...[text('authData'), Buffer.from([0x58, data.length]), data],
    ]);
    return this.said({
      clientDataJSON: this.clientData('webauthn.create', challenge).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
    });
  }

  /** Answers the options of a sign-in or of a signature; it does not verify its person where that is asked. */
  answer(options: string, { verifies = true } = {}): string {
    const { challenge, rpId } = JSON.parse(options) as { challenge: string; rpId: string };
    this.uses += 1;
    const data = this.dataOf(rpId, verifies ? PRESENT_AND_VERIFIED : PRESENT);
    const client = this.clientData('webauthn.get', challenge);
    const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
    return this.said({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', signed, this.keys.privateKey).toString('base64url'),
    });
  }

  /** As a copy of it would: it counts from there again. */
  countFrom(uses: number): void {
    this.uses = uses;
  }

  private dataOf(rpId: string, flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.uses);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), counter]);
  }

  private clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }));
  }

  private said(response: object): string {
    const id = this.id.toString('base64url');
    return JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} });
  }
}

/** A short text in CBOR. */
function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
}
