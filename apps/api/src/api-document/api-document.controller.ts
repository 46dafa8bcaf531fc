import { Controller, Inject } from '@nestjs/common';
import { readApiDocument } from '@countersign/contracts/server/endpoints';
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

  @Handle(readApiDocument, {})
  read(): Promise<Uint8Array> {
    const routes = this.routes.list().flatMap(({ route }) => route ?? []);
    const document = apiDocument(routes, { cookie: this.cookies.name, write: this.cookies.write });
    return Promise.resolve(Buffer.from(JSON.stringify(document)));
  }
}
