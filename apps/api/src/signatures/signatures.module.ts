import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module';
import { FreshProof } from './fresh-proof';
import { Signatures } from './signatures';

@Module({
  imports: [SessionsModule],
  providers: [FreshProof, Signatures],
  exports: [FreshProof, Signatures],
})
export class SignaturesModule {}
