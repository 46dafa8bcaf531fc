import { Module } from '@nestjs/common';
import { Checkpoints } from './checkpoints';
import { IssuerKeysController } from './issuer-keys.controller';
import { KeptCheckpoints } from './kept-checkpoints';
import { Receipts } from './receipts';
import { RecordController } from './record.controller';
import { SigningKeys } from './signing-keys';

/** What is kept about the logs themselves, and the keys that vouch for them. */
@Module({
  controllers: [IssuerKeysController, RecordController],
  providers: [Checkpoints, KeptCheckpoints, Receipts, SigningKeys],
  exports: [Receipts, SigningKeys],
})
export class LedgerModule {}
