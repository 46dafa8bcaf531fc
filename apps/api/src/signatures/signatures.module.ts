import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module';
import { FreshPassword } from './fresh-password';
import { Signatures } from './signatures';

@Module({
  imports: [SessionsModule],
  providers: [FreshPassword, Signatures],
  exports: [FreshPassword, Signatures],
})
export class SignaturesModule {}
