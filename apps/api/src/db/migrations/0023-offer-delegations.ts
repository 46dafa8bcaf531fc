import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumn as c } from '../columns';

/** Who offered a delegation and when, and who ended it. */
export class OfferDelegations1764000000023 implements MigrationInterface {
  readonly name = 'OfferDelegations1764000000023';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, kind] of added)
      await runner.addColumn('delegation', new TableColumn(c(name, kind, { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name] of added.toReversed()) await runner.dropColumn('delegation', name);
  }
}

const added = [
  ['offeredById', 'id'],
  ['offeredAt', 'instant'],
  ['endedAt', 'instant'],
  ['endedById', 'id'],
] as const;
