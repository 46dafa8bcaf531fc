import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumn as c, typeOn } from '../columns';
import { createTable, dropTables } from '../create-table';

/** Requirement sets that are not published yet; by whom a version was published and which one it follows. */
export class CreateRequirementDrafts1764000000025 implements MigrationInterface {
  readonly name = 'CreateRequirementDrafts1764000000025';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'requirement_draft',
      columns: [
        ...[c('programId', 'id'), c('id', 'id'), c('body', 'json')],
        ...[c('savedAt', 'instant'), c('savedById', 'id'), c('revision', 'count')],
      ],
      key: ['programId', 'id'],
      references: {
        fk_requirement_draft_program: [['programId'], 'program', ['id']],
        fk_requirement_draft_person: [['savedById'], 'person', ['id']],
      },
    });
    const { type } = runner.connection.options;
    await runner.addColumn(
      'requirement_set',
      new TableColumn(c('publishedById', 'id', { isNullable: true })),
    );
    const follows = c('follows', 'json', { isNullable: true });
    await runner.addColumn(
      'requirement_set',
      new TableColumn({ ...follows, type: typeOn(type, follows.type) }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('requirement_set', 'follows');
    await runner.dropColumn('requirement_set', 'publishedById');
    await dropTables(runner, ['requirement_draft']);
  }
}
