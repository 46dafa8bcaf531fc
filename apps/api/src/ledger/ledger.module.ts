import { Module } from '@nestjs/common';
import { Checkpoints } from './checkpoints';
import { IssuerKeysController } from './issuer-keys.controller';
import { SigningKeys } from './signing-keys';

/** What is kept about the logs themselves, and the keys that vouch for them. */
@Module({
  controllers: [IssuerKeysController],
  providers: [Checkpoints, SigningKeys],
  exports: [SigningKeys],
})
export class LedgerModule {}
