import { Inject, Injectable } from '@nestjs/common';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
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

/** Holds a password that somebody chose against the rules, all offline: no list is asked over the network. */
@Injectable()
export class PasswordRules {
  private made: { readonly estimator: ZxcvbnFactory; readonly listed: ReadonlySet<string> } | undefined;

  constructor(@Inject(Passwords) private readonly passwords: Passwords) {}

  /**
   * The hash of a password that may be chosen. It takes as long as a hundred transactions: make it where none is open.
   * @param isSame it is the one that the account has
   * @throws ProblemException `password/…` with the reason
   */
  choose(password: string, known: KnownOf, isSame: boolean): Promise<string> {
    this.check(password, known, isSame);
    return this.passwords.hash(password);
  }

  private check(password: string, { name, email, places }: KnownOf, isSame: boolean): void {
    const known = [name, email, email.split('@')[0] ?? '', ...places, 'Countersign'];
    const { estimator, listed } = this.loaded();
    const { guesses, sequence } = estimator.check(password.slice(0, LOOKED_AT), knownWords(known));
    const [weakest] = [...sequence].sort((one, other) => other.token.length - one.token.length);
    const refusal = checkPassword({
      ...{ password, least: PASSWORD_ALONE, known, isSame },
      isListed: listed.has(password.toLowerCase()),
      estimate: { guesses, weakness: weaknessOf[weakest?.pattern ?? ''] ?? 'other' },
    });
    if (refusal) must(refusal);
  }

  /** The lists are large: they are read when the first password is chosen. */
  private loaded(): NonNullable<PasswordRules['made']> {
    this.made ??= {
      estimator: new ZxcvbnFactory({ dictionary: { ...common, ...english }, graphs: adjacencyGraphs }),
      listed: new Set(common['passwords-common']),
    };
    return this.made;
  }
}
