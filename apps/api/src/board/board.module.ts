import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module';
import { ProgramsModule } from '../programs/programs.module';
import { RequirementsModule } from '../requirements/requirements.module';
import { SignOffsModule } from '../sign-offs/sign-offs.module';
import { BoardController } from './board.controller';
import { Boards } from './boards';
import { DisplayLinks } from './display-links';
import { ReadBoard } from './read-board';

/** Who may do what today, for people of the program and for screens in wards. */
@Module({
  imports: [CatalogueModule, ProgramsModule, RequirementsModule, SignOffsModule],
  controllers: [BoardController],
  providers: [Boards, ReadBoard, DisplayLinks],
})
export class BoardModule {}
