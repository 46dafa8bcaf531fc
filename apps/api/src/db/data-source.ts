import { join } from 'node:path';
import type { DataSourceOptions } from 'typeorm';
import type { Settings } from '../platform/settings';
import { CreatePrograms1764000000001 } from './migrations/0001-create-programs';
import { CreateCatalogue1764000000002 } from './migrations/0002-create-catalogue';
import { CreateEntries1764000000003 } from './migrations/0003-create-entries';
import { CreateEvents1764000000004 } from './migrations/0004-create-events';
import { AddShownVersion1764000000005 } from './migrations/0005-add-shown-version';
import { WidenLongTexts1764000000006 } from './migrations/0006-widen-long-texts';
import { ChecksumEditions1764000000007 } from './migrations/0007-checksum-editions';
import { SeparateCredentials1764000000008 } from './migrations/0008-separate-credentials';
import { LayOutFacts1764000000009 } from './migrations/0009-lay-out-facts';
import { DecisionsAndRatings1764000000010 } from './migrations/0010-decisions-and-ratings';
import { KeepTextsApart1764000000011 } from './migrations/0011-keep-texts-apart';
import { CreateFollowers1764000000012 } from './migrations/0012-create-followers';
import { DeclareTexts1764000000013 } from './migrations/0013-declare-texts';
import { AddClosingDays1764000000014 } from './migrations/0014-add-closing-days';
import { FindStoppedTexts1764000000015 } from './migrations/0015-find-stopped-texts';
import { AddDetails1764000000016 } from './migrations/0016-add-details';
import { NameBatches1764000000017 } from './migrations/0017-name-batches';
import { CreateSigningKeys1764000000018 } from './migrations/0018-create-signing-keys';
import { AddCohorts1764000000019 } from './migrations/0019-add-cohorts';
import { CreateBoardLinks1764000000020 } from './migrations/0020-create-board-links';
import { KeepNotes1764000000021 } from './migrations/0021-keep-notes';
import { CreateLetters1764000000022 } from './migrations/0022-create-letters';
import { OfferDelegations1764000000023 } from './migrations/0023-offer-delegations';
import { CreateSignOffs1764000000024 } from './migrations/0024-create-sign-offs';
import { CreateRequirementDrafts1764000000025 } from './migrations/0025-create-requirement-drafts';
import { HandEntriesOver1764000000026 } from './migrations/0026-hand-entries-over';
import { CreateAccessLinks1764000000027 } from './migrations/0027-create-access-links';
import { KeepActs1764000000028 } from './migrations/0028-keep-acts';
import { DismissConcerns1764000000029 } from './migrations/0029-dismiss-concerns';
import { CreateCommitteeDecisions1764000000030 } from './migrations/0030-create-committee-decisions';
import { CreateCharts1764000000031 } from './migrations/0031-create-charts';
import { AddSecondFactors1764000000032 } from './migrations/0032-add-second-factors';
import { CreateRosterImports1764000000033 } from './migrations/0033-create-roster-imports';
import { CreatePasskeys1764000000034 } from './migrations/0034-create-passkeys';
import { CreateMails1764000000038 } from './migrations/0038-create-mails';
import { KeepDispersions1764000000041 } from './migrations/0041-keep-dispersions';
import { PlanProcedureDays1764000000042 } from './migrations/0042-plan-procedure-days';
import { CreateQualifications1764000000043 } from './migrations/0043-create-qualifications';
import { CreateSigningQuestions1764000000045 } from './migrations/0045-create-signing-questions';
import { mysqlDriver } from './mysql-driver';

/** Every migration, oldest first. */
export const migrations = [
  CreatePrograms1764000000001,
  CreateCatalogue1764000000002,
  CreateEntries1764000000003,
  CreateEvents1764000000004,
  AddShownVersion1764000000005,
  WidenLongTexts1764000000006,
  ChecksumEditions1764000000007,
  SeparateCredentials1764000000008,
  LayOutFacts1764000000009,
  DecisionsAndRatings1764000000010,
  KeepTextsApart1764000000011,
  CreateFollowers1764000000012,
  DeclareTexts1764000000013,
  AddClosingDays1764000000014,
  FindStoppedTexts1764000000015,
  AddDetails1764000000016,
  NameBatches1764000000017,
  CreateSigningKeys1764000000018,
  AddCohorts1764000000019,
  CreateBoardLinks1764000000020,
  KeepNotes1764000000021,
  CreateLetters1764000000022,
  OfferDelegations1764000000023,
  CreateSignOffs1764000000024,
  CreateRequirementDrafts1764000000025,
  HandEntriesOver1764000000026,
  CreateAccessLinks1764000000027,
  KeepActs1764000000028,
  DismissConcerns1764000000029,
  CreateCommitteeDecisions1764000000030,
  CreateCharts1764000000031,
  AddSecondFactors1764000000032,
  CreateRosterImports1764000000033,
  CreatePasskeys1764000000034,
  CreateMails1764000000038,
  KeepDispersions1764000000041,
  PlanProcedureDays1764000000042,
  CreateQualifications1764000000043,
  CreateSigningQuestions1764000000045,
];

/** File name of the embedded database inside the data folder. */
export const SQLITE_FILE = 'countersign.sqlite';

type Rows = NonNullable<DataSourceOptions['entities']>;

/**
 * TypeORM options for the database that the settings name. The schema comes from migrations alone.
 * SQLite runs in WAL with `synchronous=FULL`: WAL alone may lose the last commits on power loss.
 */
export function dataSourceOptions(
  settings: Pick<Settings, 'databaseUrl' | 'dataDir'>,
  entities: Rows,
): DataSourceOptions {
  const common = {
    entities,
    migrations,
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
  } as const;
  if (settings.databaseUrl !== undefined) {
    return {
      ...common,
      type: 'mysql',
      driver: mysqlDriver,
      // One server under two names: what reads has connections of its own, so that it never waits behind writes.
      replication: {
        master: { url: settings.databaseUrl },
        slaves: [{ url: settings.databaseUrl }],
        defaultMode: 'master',
      },
      charset: 'utf8mb4',
      timezone: 'Z',
      // Of each kind.
      poolSize: 10,
      connectTimeout: 5_000,
    };
  }
  return {
    ...common,
    type: 'better-sqlite3',
    database: join(settings.dataDir, SQLITE_FILE),
    enableWAL: true,
    prepareDatabase: (database: { pragma(text: string): unknown }) => {
      database.pragma('synchronous = FULL');
      database.pragma('busy_timeout = 5000');
      database.pragma('foreign_keys = ON');
      // What is removed is overwritten, so that a redaction leaves no words in the free pages of the file.
      database.pragma('secure_delete = ON');
    },
  };
}

/** As {@link dataSourceOptions}, for somebody who only reads: on SQLite the file is opened so that nothing can be written. */
export function readOnlyOptions(
  settings: Pick<Settings, 'databaseUrl' | 'dataDir'>,
  entities: Rows,
): DataSourceOptions {
  const options = dataSourceOptions(settings, entities);
  if (options.type !== 'better-sqlite3') return options;
  const { enableWAL: _writes, ...read } = options;
  return {
    ...read,
    readonly: true,
    fileMustExist: true,
    prepareDatabase: (database: { pragma(text: string): unknown }) => {
      database.pragma('busy_timeout = 5000');
    },
  };
}
