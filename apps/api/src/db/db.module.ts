import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';
import { DatabaseFaults } from '../platform/database-faults';
import { Db } from './db';
import { NamedFaults } from './faults';

/** The database and its one door. Migrations have run before the app is built. */
@Global()
@Module({})
export class DbModule {
  static on(options: DataSourceOptions): DynamicModule {
    return {
      module: DbModule,
      imports: [TypeOrmModule.forRoot({ ...options, retryAttempts: 0 })],
      providers: [Db, { provide: DatabaseFaults, useClass: NamedFaults }],
      exports: [Db, DatabaseFaults],
    };
  }
}
