import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB, two passes, one lane: OWASP's floor for an interactive sign-in. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Makes and checks password hashes. */
@Injectable()
export class Passwords {
  /** Checked when no account matches, so that an unknown e-mail takes as long as a wrong password. */
  private decoy: Promise<string> | undefined;

  /** argon2id in PHC form. */
  hash(password: string): Promise<string> {
    return hash(password.normalize('NFKC'), cost);
  }

  /** Tells whether the password fits; with a null hash it takes the same time and never fits. */
  async fits(stored: string | null, password: string): Promise<boolean> {
    this.decoy ??= this.hash('decoy');
    const matches = await verify(stored ?? (await this.decoy), password.normalize('NFKC'));
    return matches && stored !== null;
  }
}
