import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { ProgramsModule } from '../programs/programs.module';
import { RatersController } from './raters.controller';
import { ReadRaters } from './read-raters';

/** What ratings say of those who gave them and of those who got them. */
@Module({
  imports: [PeopleModule, ProgramsModule],
  controllers: [RatersController],
  providers: [ReadRaters],
})
export class RatersModule {}
