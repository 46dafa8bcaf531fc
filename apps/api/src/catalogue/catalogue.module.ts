import { Module } from '@nestjs/common';
import { ProgramsModule } from '../programs/programs.module';
import { CatalogueController } from './catalogue.controller';
import { Catalogues } from './catalogues';

@Module({
  imports: [ProgramsModule],
  controllers: [CatalogueController],
  providers: [Catalogues],
  exports: [Catalogues],
})
export class CatalogueModule {}
