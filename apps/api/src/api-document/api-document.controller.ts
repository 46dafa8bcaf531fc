import { Controller, Inject } from '@nestjs/common';
import { readApiDocument } from '@countersign/contracts/server/endpoints';
import { ApiDocumentView } from '@countersign/contracts/server/views';
import { Handle } from '../platform/handle';
import { Routes } from '../platform/routes';
import { SessionCookies } from '../sessions/session-cookies';
import { apiDocument } from './api-document';

@Controller()
export class ApiDocumentController {
  constructor(
    @Inject(Routes) private readonly routes: Routes,
    @Inject(SessionCookies) private readonly cookies: SessionCookies,
  ) {}

  @Handle(readApiDocument, { view: ApiDocumentView })
  read(): Promise<ApiDocumentView> {
    const routes = this.routes.list().flatMap(({ route }) => route ?? []);
    return Promise.resolve(apiDocument(routes, { cookie: this.cookies.name, write: this.cookies.write }));
  }
}
