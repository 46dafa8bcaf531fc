import type { MailsView } from '@countersign/contracts/mail/views';
import { Followers } from '../followers/followers';
import { MailRow } from '../mail/mail.row';
import { Postman } from '../mail/postman';
import { MailReceiver } from './mail-receiver';
import type { TestClient } from './test-client';
import type { TestProgram } from './test-program';
import { TestServer } from './test-server';

/** A program with its server and its mailboxes, and what has been posted to them. */
export class PostOffice {
  private constructor(
    readonly server: TestServer,
    readonly program: TestProgram,
    public receiver: MailReceiver,
  ) {}

  static async open(label: string): Promise<PostOffice> {
    const receiver = await MailReceiver.start();
    const server = await TestServer.start({ smtpUrl: receiver.url });
    const program = await server.program(label);
    // What follows comes to know this installation before the first thing happens.
    await server.app.get(Followers).catchUp();
    return new PostOffice(server, program, receiver);
  }

  get base(): string {
    return `/programs/${this.program.id}`;
  }

  /** Lets everything follow that has happened, and sends what is due at this time. */
  async at(now: number): Promise<void> {
    this.server.setClock(now);
    await this.server.app.get(Followers).catchUp();
    await this.server.app.get(Postman).catchUp();
  }

  mails(client: TestClient): Promise<MailsView> {
    return client.get<MailsView>(`${this.base}/mails`).then(({ body }) => body);
  }

  rows(): Promise<MailRow[]> {
    return this.server.read((manager) => manager.find(MailRow, { order: { madeAt: 'ASC', id: 'ASC' } }));
  }

  async close(): Promise<void> {
    await this.server.stop();
    await this.receiver.stop();
  }
}
