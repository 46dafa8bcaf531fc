import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module';
import { ProgramsModule } from '../programs/programs.module';
import { FirstRun } from './first-run';
import { SetUpController } from './set-up.controller';
import { SetUpInBrowser } from './set-up-in-browser';

@Module({
  imports: [CatalogueModule, ProgramsModule],
  controllers: [SetUpController],
  providers: [FirstRun, SetUpInBrowser],
})
export class SetUpModule {}
