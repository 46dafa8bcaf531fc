import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server that a test starts: it takes mails, or says no to them, as it is told. */
export class MailReceiver {
  /** What was taken, in order. */
  readonly mails: ParsedMail[] = [];
  /** What it says to a recipient; `yes` unless told. */
  answer: (address: string) => 'yes' | 'later' | 'never' = () => 'yes';

  private constructor(
    private readonly server: SMTPServer,
    readonly port: number,
  ) {}

  /** @param port where it listened before, when it is started again */
  static async start(port = 0): Promise<MailReceiver> {
    const known: { receiver?: MailReceiver } = {};
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onRcptTo: ({ address }, _session, callback) => {
        const answer = known.receiver?.answer(address) ?? 'yes';
        if (answer === 'yes') return callback();
        const responseCode = answer === 'later' ? 451 : 550;
        callback(Object.assign(new Error(`not taken: ${answer}`), { responseCode }));
      },
      onData: (stream, _session, callback) => {
        simpleParser(stream).then(
          (mail) => {
            known.receiver?.mails.push(mail);
            callback();
          },
          (error: Error) => callback(error),
        );
      },
    });
    await new Promise<void>((listening) => server.listen(port, '127.0.0.1', () => listening()));
    const receiver = new MailReceiver(server, (server.server.address() as AddressInfo).port);
    known.receiver = receiver;
    return receiver;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Those that this address got. */
  to(address: string): ParsedMail[] {
    return this.mails.filter(
      ({ to }) => to !== undefined && !Array.isArray(to) && to.value[0]?.address === address,
    );
  }

  async stop(): Promise<void> {
    await new Promise<void>((closed) => this.server.close(() => closed()));
  }
}
