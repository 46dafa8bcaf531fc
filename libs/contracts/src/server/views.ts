import { IsIn, IsObject, IsOptional, IsString } from 'class-validator';

/** Whether the process lives, or the server can work. */
export class HealthView {
  @IsIn(['ok']) status!: 'ok';
}

/** An OpenAPI 3.1 document. */
export class ApiDocumentView {
  @IsString() openapi!: string;
  @IsObject() info!: object;
  @IsObject() paths!: object;
  @IsObject() components!: object;
  @IsOptional() @IsObject({ each: true }) servers?: object[];
}
