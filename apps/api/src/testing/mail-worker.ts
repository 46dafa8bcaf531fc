import 'reflect-metadata';
import { createInterface } from 'node:readline';
import { Db } from '../db/db';
import { openDatabase } from '../db/open-database';
import { Rhythm } from '../followers/rhythm';
import { ComposeMail } from '../mail/compose-mail';
import { MailChoices } from '../mail/mail-choices';
import { MailServer } from '../mail/mail-server';
import { Postman } from '../mail/postman';
import { StopLinks } from '../mail/stop-link';
import { Clock, Ids } from '../platform/clock';
import { readSettings, type Settings } from '../platform/settings';
import { rows } from '../rows';
import { Seals } from '../sessions/seals';

/*
 * A postman in a process of its own, for trials that kill it: it loads, says so, and sends from the outbox when it is told to.
 */

/** How long one that was killed is waited for: long against a hiccup of a busy machine, short for a trial. */
const RHYTHM = new Rhythm(1_500, 50);

/** The postman of a server on this database, with the pieces that it is made of. */
export function postmanOn(db: Db, clock: Clock, settings: Settings): Postman {
  const seals = new Seals(settings);
  const composing = new ComposeMail(settings, seals, new MailChoices(), new StopLinks(seals));
  return new Postman(db, clock, RHYTHM, composing, new MailServer(settings));
}

async function main(): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  say('loaded');
  for await (const _ of createInterface(process.stdin)) break;
  const settings = readSettings(process.env);
  const { source } = await openDatabase(settings, rows);
  const clock = new Clock();
  await postmanOn(new Db(source, clock, new Ids()), clock, settings).start();
  say('working');
}

if (require.main === module) void main();
