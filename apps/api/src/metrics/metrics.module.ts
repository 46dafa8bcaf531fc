import { Module } from '@nestjs/common';
import { Figures } from './figures';
import { WorkFigures } from './work-figures';

/** Figures of the server for whoever runs it. */
@Module({ providers: [Figures, WorkFigures] })
export class MetricsModule {}
