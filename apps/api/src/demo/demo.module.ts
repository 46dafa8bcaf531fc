import { Module } from '@nestjs/common';
import { ProgramsModule } from '../programs/programs.module';
import { SessionsModule } from '../sessions/sessions.module';
import { DemoPeople } from './demo-people';
import { DemoController } from './demo.controller';
import { DemoProgram } from './demo-program';

@Module({
  imports: [ProgramsModule, SessionsModule],
  controllers: [DemoController],
  providers: [DemoPeople, DemoProgram],
  exports: [DemoProgram],
})
export class DemoModule {}
