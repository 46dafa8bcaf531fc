import { Column, Entity, PrimaryGeneratedColumn, type DataSource } from 'typeorm';
import { column, tableColumn as c } from '../db/columns';
import { Logged } from '../db/logged';
import { createTable } from '../db/create-table';

/** What a follower or a job did, as often as it did it: nothing keeps a second row of one effect out. */
@Entity('test_effect')
@Logged({ unlogged: 'effects of test followers' })
export class EffectRow {
  /** Rises in the order in which effects were written. */
  @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_test_effect' }) nth!: number;
  /** The id of the event or the slot. */
  @Column(column(120)) effect!: string;
  @Column(column('id')) logId!: string;
  @Column(column('count')) seq!: number;
}

/** Makes the table, where the test's database does not have it yet. */
export async function createEffectTable(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    if (await runner.hasTable('test_effect')) return;
    await createTable(runner, {
      name: 'test_effect',
      columns: [
        c('nth', 'count', { isGenerated: true, generationStrategy: 'increment' }),
        c('effect', 120),
        c('logId', 'id'),
        c('seq', 'count'),
      ],
      key: ['nth'],
    });
  } finally {
    await runner.release();
  }
}
