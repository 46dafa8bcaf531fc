import { Module } from '@nestjs/common';
import { Programs } from './programs';
import { SetUpProgram } from './set-up-program';

@Module({ providers: [Programs, SetUpProgram], exports: [Programs, SetUpProgram] })
export class ProgramsModule {}
