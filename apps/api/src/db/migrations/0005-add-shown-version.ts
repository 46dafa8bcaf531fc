import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';

const shownNumber = new TableColumn(c('shownNumber', 'count', { isNullable: true }));
const firstSubmittedAt = new TableColumn(c('firstSubmittedAt', 'instant', { isNullable: true }));
const simulation = new TableColumn(c('simulation', 'flag'));
/** A column of a table that has rows can only come in empty. */
const newSimulation = new TableColumn(c('simulation', 'flag', { isNullable: true }));

/** Which version others see, when an entry was first sent, and which versions are simulations. */
export class AddShownVersion1764000000005 implements MigrationInterface {
  readonly name = 'AddShownVersion1764000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns('entry', [shownNumber, firstSubmittedAt]);
    await runner.addColumn('entry_version', newSimulation);
    for (const statement of fill) await runner.query(statement);
    await runner.changeColumn('entry_version', newSimulation, simulation);
    await sayWhatIsShown(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('entry_version', 'simulation');
    await runner.dropColumns('entry', ['shownNumber', 'firstSubmittedAt']);
  }
}

const ofEntry = 'entry_version.programId = entry.programId AND entry_version.entryId = entry.id';

const fill: readonly string[] = [
  // Content is compact JSON in which a quote within a text is escaped, so that this finds the field and nothing else.
  `UPDATE entry_version SET simulation = CASE WHEN content LIKE '%"simulation":true%' THEN 1 ELSE 0 END`,
  `UPDATE entry SET firstSubmittedAt = (SELECT MIN(submittedAt) FROM entry_version WHERE ${ofEntry})`,
  // A version that was withdrawn kept its time of submission: nobody decided on it and its entry does not wait.
  `UPDATE entry_version SET submittedAt = NULL, lateDays = NULL
   WHERE NOT EXISTS (SELECT 1 FROM decision WHERE decision.programId = entry_version.programId
       AND decision.entryId = entry_version.entryId AND decision.number = entry_version.number AND decision.live = 1)
     AND EXISTS (SELECT 1 FROM entry WHERE entry.submittedAt IS NULL AND ${ofEntry})`,
  'UPDATE entry_version SET lateDays = NULL WHERE number > 1',
  `UPDATE entry SET shownNumber = COALESCE(approvedNumber,
     (SELECT MAX(entry_version.number) FROM entry_version WHERE entry_version.submittedAt IS NOT NULL AND ${ofEntry}))`,
  `UPDATE entry SET submittedAt = (SELECT entry_version.submittedAt FROM entry_version
     WHERE entry_version.number = entry.shownNumber AND ${ofEntry})
   WHERE state IN ('returned', 'approved') AND number <> shownNumber`,
];

interface Shown {
  readonly programId: string;
  readonly id: string;
  readonly state: string;
  readonly content: string;
}

/** Where a newer version was dropped, returned or not yet sent, the entry's columns still said what that one says. */
async function sayWhatIsShown(runner: QueryRunner): Promise<void> {
  const shown = (await runner.query(
    `SELECT entry.programId AS programId, entry.id AS id, entry.state AS state, entry_version.content AS content
     FROM entry INNER JOIN entry_version ON ${ofEntry} AND entry_version.number = entry.shownNumber
     WHERE entry.number <> entry.shownNumber AND entry.state IN ('returned', 'approved', 'amended')`,
  )) as Shown[];
  const set = (column: string) => `UPDATE entry SET ${column} = ? WHERE programId = ? AND id = ?`;
  for (const { programId, id, state, content } of shown) {
    const { performedOn, supervisorId = null } = JSON.parse(content) as Record<string, string>;
    await runner.query(set('performedOn'), [performedOn, programId, id]);
    // An amendment that waits keeps its supervisor.
    if (state !== 'amended') await runner.query(set('supervisorId'), [supervisorId, programId, id]);
  }
}
