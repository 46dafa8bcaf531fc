import { IsIn } from 'class-validator';

/** Whether the process lives, or the server can work. */
export class HealthView {
  @IsIn(['ok']) status!: 'ok';
}
