import { Inject, Injectable } from '@nestjs/common';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { checkPassword, knownWords, PASSWORD_ALONE, type Weakness } from '@countersign/domain/password';
import { must } from '../platform/problem';
import { Passwords } from './password';

/** Whoever chooses a password, in words that everybody knows. */
export interface KnownOf {
  readonly name: string;
  readonly email: string;
  /** Names of programs and institutions. */
  readonly places: readonly string[];
}

/** Characters of a password that are looked at closely; a longer one is no easier to guess than these. */
const LOOKED_AT = 100;

/** What the estimate calls what it found, and what a person is told. */
const weaknessOf: Readonly<Record<string, Weakness>> = {
  dictionary: 'word',
  repeat: 'repeat',
  sequence: 'sequence',
  spatial: 'keyboard',
  date: 'date',
};

/** What tells how easily a password is guessed, and those that are guessed first. */
interface Estimate {
  readonly estimator: ZxcvbnFactory;
  readonly listed: ReadonlySet<string>;
}

/** Holds a password that somebody chose against the rules, all offline: no list is asked over the network. */
@Injectable()
export class PasswordRules {
  private made: Promise<Estimate> | undefined;

  constructor(@Inject(Passwords) private readonly passwords: Passwords) {}

  /**
   * The hash of a password that may be chosen. It takes as long as a hundred transactions: make it where none is open.
   * @param isSame it is the one that the account has
   * @throws ProblemException `password/…` with the reason
   */
  async choose(password: string, known: KnownOf, isSame: boolean): Promise<string> {
    await this.check(password, known, isSame);
    return this.passwords.hash(password);
  }

  private async check(password: string, { name, email, places }: KnownOf, isSame: boolean): Promise<void> {
    const known = [name, email, email.split('@')[0] ?? '', ...places, 'Countersign'];
    const { estimator, listed } = await (this.made ??= load());
    const { guesses, sequence } = estimator.check(password.slice(0, LOOKED_AT), knownWords(known));
    const [weakest] = [...sequence].sort((one, other) => other.token.length - one.token.length);
    const refusal = checkPassword({
      ...{ password, least: PASSWORD_ALONE, known, isSame },
      isListed: listed.has(password.toLowerCase()),
      estimate: { guesses, weakness: weaknessOf[weakest?.pattern ?? ''] ?? 'other' },
    });
    if (refusal) must(refusal);
  }
}

/** The lists are large: they are read when the first password is chosen. */
async function load(): Promise<Estimate> {
  const [{ ZxcvbnFactory: Factory }, { adjacencyGraphs, dictionary: common }, { dictionary: english }] =
    await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
      import('@zxcvbn-ts/language-en'),
    ]);
  return {
    estimator: new Factory({ dictionary: { ...common, ...english }, graphs: adjacencyGraphs }),
    listed: new Set(common['passwords-common']),
  };
}
