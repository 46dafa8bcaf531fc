import { Module } from '@nestjs/common';
import { ProgramsModule } from '../programs/programs.module';
import { ReviewsModule } from '../reviews/reviews.module';
import { KeptAccounts } from './accounts';
import { ChangePeople } from './change-people';
import { Depart } from './depart';
import { MemberList } from './member-list';
import { MembersController } from './members.controller';
import { RolesHeld } from './roles-held';

@Module({
  imports: [ProgramsModule, ReviewsModule],
  controllers: [MembersController],
  providers: [ChangePeople, Depart, KeptAccounts, MemberList, RolesHeld],
  exports: [KeptAccounts, MemberList],
})
export class MembersModule {}
