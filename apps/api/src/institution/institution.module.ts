import { Module } from '@nestjs/common';
import { ProgramsModule } from '../programs/programs.module';
import { InstitutionController } from './institution.controller';
import { ReadInstitutionCounts } from './read-institution-counts';

@Module({
  imports: [ProgramsModule],
  controllers: [InstitutionController],
  providers: [ReadInstitutionCounts],
})
export class InstitutionModule {}
