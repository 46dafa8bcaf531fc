import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DatabaseFaults } from '../platform/database-faults';
import { Db } from './db';
import { NamedFaults } from './faults';
import type { OpenDatabase } from './open-database';

const OPEN_DATABASE = Symbol('open database');

/** The database and its one door. It was opened and migrated before the app is built, and is closed with the app. */
@Global()
@Module({})
export class DbModule implements OnApplicationShutdown {
  constructor(@Inject(OPEN_DATABASE) private readonly database: OpenDatabase) {}

  static on(database: OpenDatabase): DynamicModule {
    const { source } = database;
    return {
      module: DbModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => source.options,
          dataSourceFactory: () => Promise.resolve(source),
        }),
      ],
      providers: [
        { provide: OPEN_DATABASE, useValue: database },
        Db,
        { provide: DatabaseFaults, useClass: NamedFaults },
      ],
      exports: [Db, DatabaseFaults],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
