import { Module } from '@nestjs/common';
import { ProgramsModule } from '../programs/programs.module';
import { ReviewsModule } from '../reviews/reviews.module';
import { KeptAccounts } from './accounts';
import { ChangePeople } from './change-people';
import { Depart } from './depart';
import { ImportRoster } from './import-roster';
import { MemberList } from './member-list';
import { MembersController } from './members.controller';
import { RolesHeld } from './roles-held';
import { RostersController } from './rosters.controller';

@Module({
  imports: [ProgramsModule, ReviewsModule],
  controllers: [MembersController, RostersController],
  providers: [ChangePeople, Depart, ImportRoster, KeptAccounts, MemberList, RolesHeld],
  exports: [ChangePeople, Depart, KeptAccounts, MemberList, RolesHeld],
})
export class MembersModule {}
