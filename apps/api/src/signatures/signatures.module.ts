import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module';
import { FreshPassword } from './fresh-password';

@Module({ imports: [SessionsModule], providers: [FreshPassword], exports: [FreshPassword] })
export class SignaturesModule {}
