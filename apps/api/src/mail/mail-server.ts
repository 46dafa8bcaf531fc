import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import type { Settings } from '../platform/settings';
import { SETTINGS } from '../platform/settings-token';
import { makePrivateFolder } from '../private-folder';

/** A mail as it goes out. */
export interface OutgoingMail {
  /** Names it for good: two of one id are one mail. */
  readonly id: string;
  readonly madeAt: number;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** Address that stops this kind of mail with one POST; null where it cannot be stopped. */
  readonly stop: string | null;
}

/** Why a mail was not taken: for now, for good, or because the mail server cannot be reached or lets nobody in. */
export type MailTrouble = 'later' | 'never' | 'server';

/** Where mails lie without a mail server, in the data folder. */
export const MAIL_FOLDER = 'mails';

const CONNECT_MS = 10_000;
const ANSWER_MS = 15_000;

/** Hands mails to the mail server of the settings; without one they lie in a folder, a file each. */
@Injectable()
export class MailServer implements BeforeApplicationShutdown {
  /** `folder` where no mail server is set. */
  readonly way: 'server' | 'folder';
  private readonly transport: Transporter;
  private readonly host: string;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {
    const { smtpUrl, publicUrl } = settings;
    this.way = smtpUrl === undefined ? 'folder' : 'server';
    this.host = new URL(publicUrl).hostname;
    this.transport = smtpUrl === undefined ? inMemory() : overSmtp(smtpUrl);
  }

  /** Sends it, or writes its file; again under the same id it is the same mail. */
  async send(mail: OutgoingMail): Promise<void> {
    const info = (await this.transport.sendMail(this.message(mail))) as { readonly message?: unknown };
    if (this.way === 'folder') await this.keep(mail.id, info.message as Buffer);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.transport.close();
    await Promise.resolve();
  }

  private message({ id, madeAt, to, subject, text, stop }: OutgoingMail): SendMailOptions {
    const headers = {
      // Nobody is out of office for these.
      'Auto-Submitted': 'auto-generated',
      ...(stop === null
        ? {}
        : { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    };
    return {
      ...{ from: this.settings.mailFrom, to: { ...to }, subject, text, headers },
      ...{ messageId: `<${id}@${this.host}>`, date: new Date(madeAt) },
      ...{ disableFileAccess: true, disableUrlAccess: true },
    };
  }

  /** Nobody else of the machine may read it: it may hold a link. */
  private async keep(id: string, bytes: Buffer): Promise<void> {
    const folder = join(this.settings.dataDir, MAIL_FOLDER);
    makePrivateFolder(folder);
    await writeFile(join(folder, `${id}.eml`), bytes, { mode: 0o600 });
  }
}

/** What an error of the transport means for the mail. */
export function troubleOf(error: unknown): MailTrouble {
  const { code, responseCode = 0 } = error as { readonly code?: string; readonly responseCode?: number };
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return 'server';
  // 421 says that the server is about to close.
  if (responseCode === 421) return 'server';
  return responseCode >= 500 ? 'never' : 'later';
}

function inMemory(): Transporter {
  return createTransport({ streamTransport: true, buffer: true, newline: 'windows' }) as Transporter;
}

function overSmtp(smtpUrl: string): Transporter {
  const url = new URL(smtpUrl);
  const isTls = url.protocol === 'smtps:';
  const host = url.hostname.replaceAll(/^\[|\]$/g, '');
  const user = decodeURIComponent(url.username);
  const isHere = host === 'localhost' || host === '127.0.0.1' || host === '::1';
  return createTransport({
    ...{ pool: true, maxConnections: 1, host, port: Number(url.port || (isTls ? 465 : 587)), secure: isTls },
    // A password never travels in the clear, save inside of this machine.
    requireTLS: user !== '' && !isTls && !isHere,
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }),
    ...{ connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: ANSWER_MS },
  }) as Transporter;
}
