import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { roles } from '@countersign/domain/access';
import { readRoster, type RosterRow } from '@countersign/domain/people';
import type { ImportTrialView } from '@countersign/contracts/people/roster-views';
import type { SetUpBody } from '@countersign/contracts/set-up/bodies';
import type { SessionView } from '@countersign/contracts/sessions/views';
import { Catalogues } from '../catalogue/catalogues';
import { nameless, type Tx } from '../db/context';
import { Db } from '../db/db';
import { INSTALLATION } from '../db/row-changes';
import { PersonRow } from '../people/person.row';
import { problem } from '../platform/problem';
import { ProgramRow } from '../programs/program.row';
import { SetUpProgram } from '../programs/set-up-program';
import { PasswordRules } from '../sessions/password-rules';
import { tokenId } from '../sessions/session-token';
import { Sessions, type Opening } from '../sessions/sessions';
import { assertPossible, firstProgram } from './first-program';
import { oneAtATime } from './one-at-a-time';

/** A director who is signed in. */
export interface SignedDirector {
  readonly token: string;
  readonly view: SessionView;
}

/** Sets an empty installation up with what a page asked for. */
@Injectable()
export class SetUpInBrowser {
  constructor(
    @Inject(Catalogues) private readonly catalogues: Catalogues,
    @Inject(Db) private readonly db: Db,
    @Inject(PasswordRules) private readonly rules: PasswordRules,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SetUpProgram) private readonly setUp: SetUpProgram,
  ) {}

  /** What would become of a roster: whoever sets up may give every role, and nobody holds one yet. */
  look(rows: readonly RosterRow[]): ImportTrialView {
    const readings = readRoster(rows, { held: [], mayGive: roles });
    const shown = readings.map((one) => ('problem' in one ? { problem: one.problem } : {}));
    const wrong = shown.filter((one) => 'problem' in one).length;
    return { rows: shown, ready: rows.length - wrong, wrong };
  }

  /**
   * Makes the program and signs its director in; of several at once one does, the others find it there.
   * @throws ProblemException `set-up/over`, `people/changed` where other rows are ready than when they were looked at, and
   * what `assertPossible` and the rules for passwords say
   */
  async run(
    body: SetUpBody,
    { now, ...opening }: Opening & { readonly now: number },
  ): Promise<SignedDirector> {
    assertPossible(body, now);
    const readings = readRoster(body.rows, { held: [], mayGive: roles });
    const entries = readings.flatMap((one) => ('entry' in one ? [one.entry] : []));
    if (entries.length !== body.ready) throw problem('people/changed');
    const { director, institution, program, edition } = body;
    const known = { name: director.name, email: director.email, places: [program, institution] };
    const passwordHash = await this.rules.choose(body.password, known, false);
    return this.db.write(nameless(INSTALLATION), async (tx) => {
      const given = firstProgram(tx, body, { entries, passwordHash });
      await assertEmpty(
        tx,
        given.people.map(({ email }) => email),
      );
      await this.setUp.run(tx, given, this.catalogues.index(edition));
      const [{ id: directorId } = { id: '' }] = given.people;
      const token = await this.sessions.open(tx, directorId, opening);
      return { token, view: await this.sessions.view(tx, tokenId(token)) };
    });
  }
}

/**
 * Makes sure that this is the first program.
 * @throws ProblemException `set-up/over`, `people/email-taken`
 */
export async function assertEmpty(tx: Tx, emails: readonly string[]): Promise<void> {
  await oneAtATime(tx);
  if (await tx.manager.existsBy(ProgramRow, {})) throw problem('set-up/over');
  if (await tx.manager.existsBy(PersonRow, { email: In([...emails]) })) throw problem('people/email-taken');
}
