import { Module } from '@nestjs/common';
import { Requirements } from './requirements';

@Module({ providers: [Requirements], exports: [Requirements] })
export class RequirementsModule {}
