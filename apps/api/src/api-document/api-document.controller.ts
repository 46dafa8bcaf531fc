import { Controller, Inject } from '@nestjs/common';
import { readApiDocument } from '@countersign/contracts/server/endpoints';
import { ApiDocumentView } from '@countersign/contracts/server/views';
import { Handle } from '../platform/handle';
import { Routes } from '../platform/routes';
import { apiDocument } from './api-document';

@Controller()
export class ApiDocumentController {
  constructor(@Inject(Routes) private readonly routes: Routes) {}

  @Handle(readApiDocument, { view: ApiDocumentView })
  read(): Promise<ApiDocumentView> {
    return Promise.resolve(apiDocument(this.routes.list().flatMap(({ route }) => route ?? [])));
  }
}
