import { Module } from '@nestjs/common';
import { Delegations } from './delegations';
import { DelegationsController } from './delegations.controller';
import { People } from './people';

@Module({
  controllers: [DelegationsController],
  providers: [Delegations, People],
  exports: [People],
})
export class PeopleModule {}
