import {
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import type { FileForm } from '@countersign/contracts/endpoint';

/** Sends the bytes that a handler answers as the file that its endpoint declares; a problem stays a problem. */
export class FileReply implements NestInterceptor<Uint8Array, StreamableFile> {
  constructor(private readonly file: FileForm) {}

  intercept(_context: ExecutionContext, next: CallHandler<Uint8Array>): Observable<StreamableFile> {
    const { mediaType: type } = this.file;
    const disposition = dispositionOf(this.file);
    return next.handle().pipe(map((bytes) => new StreamableFile(bytes, { type, disposition })));
  }
}

/** The header that says what a browser does with the file, and its name. */
export function dispositionOf({ disposition, name }: FileForm): string {
  return `${disposition}; filename="${name}"`;
}
