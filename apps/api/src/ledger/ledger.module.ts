import { Module } from '@nestjs/common';
import { Checkpoints } from './checkpoints';

/** What is kept about the logs themselves. */
@Module({ providers: [Checkpoints] })
export class LedgerModule {}
