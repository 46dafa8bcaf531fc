import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumn as c, typeOn } from '../columns';

/** With a text, that its writer said it is about no patient. */
export class DeclareTexts1764000000013 implements MigrationInterface {
  readonly name = 'DeclareTexts1764000000013';

  async up(runner: QueryRunner): Promise<void> {
    const noPatient = c('noPatient', 'json', { isNullable: true });
    const type = typeOn(runner.connection.options.type, noPatient.type);
    await runner.addColumn('text', new TableColumn({ ...noPatient, type }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('text', 'noPatient');
  }
}
