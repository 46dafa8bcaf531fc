import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { PASSWORD_COST } from './password-cost';

/** Makes and checks password hashes. */
@Injectable()
export class Passwords {
  /** Checked when no account matches, so that an unknown e-mail takes as long as a wrong password. */
  private decoy: Promise<string> | undefined;

  /** argon2id in PHC form. */
  hash(password: string): Promise<string> {
    return hash(password.normalize('NFKC'), PASSWORD_COST);
  }

  /** Tells whether the password fits; with a null hash it takes the same time and never fits. */
  async fits(stored: string | null, password: string): Promise<boolean> {
    this.decoy ??= this.hash('decoy');
    const matches = await verify(stored ?? (await this.decoy), password.normalize('NFKC'));
    return matches && stored !== null;
  }
}
