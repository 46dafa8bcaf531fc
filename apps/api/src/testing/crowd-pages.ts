import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor, Role } from '@countersign/domain/access';
import { ReadEvidence } from '../competencies/read-evidence';
import { ReadProgress } from '../competencies/read-progress';
import { ReadDashboard } from '../dashboards/read-dashboard';
import type { Reading } from '../db/context';
import { Db } from '../db/db';
import { ListEntries } from '../entries/list-entries';
import { ReviewQueue } from '../reviews/review-queue';
import type { Crowd } from './crowd';
import { NOON } from './test-program';

/** A page as its use case gives it to somebody. */
export interface CrowdPage {
  readonly name: string;
  readonly actor: Actor;
  readonly now: number;
  readonly run: (view: Reading) => Promise<unknown>;
  /** Runs it as a request does, up to the text that is sent: without session, headers and compression. */
  readonly work: () => Promise<unknown>;
}

/** The pages of a crowd's people. */
export interface CrowdPages {
  readonly dashboard: CrowdPage;
  readonly all: readonly CrowdPage[];
  /** Lets everything kept in memory of the program be read again, as an event does. */
  readonly forget: () => Promise<unknown>;
}

/** The pages of a program, each for the first of those who read it. */
export function pagesOf(app: INestApplicationContext, crowd: Crowd): CrowdPages {
  const { programId, directorId } = crowd;
  const fellowId = crowd.fellows[0]?.id ?? '';
  const db = app.get(Db);
  const page = (name: string, [personId, role]: [string, Role], run: CrowdPage['run']): CrowdPage => {
    const actor = { personId, roles: [{ programId, role }] };
    const work = async () => JSON.stringify(await db.read(actor, run));
    return { name, actor, now: NOON, run, work };
  };
  const asFellow: [string, Role] = [fellowId, 'fellow'];
  const asSupervisor: [string, Role] = [crowd.supervisors[0]?.id ?? '', 'supervisor'];
  const [dashboards, progress, evidence] = [
    app.get(ReadDashboard),
    app.get(ReadProgress),
    app.get(ReadEvidence),
  ];
  const [queue, entries] = [app.get(ReviewQueue), app.get(ListEntries)];
  const competencyId = crowd.given.requirements.competencies[0]?.id ?? '';
  const dashboard = page('director’s page', [directorId, 'director'], (view) =>
    dashboards.run(view, programId),
  );
  return {
    dashboard,
    all: [
      dashboard,
      page('progress', asFellow, (view) => progress.run(view, { programId, fellowId })),
      page('evidence', asFellow, (view) => evidence.run(view, { programId, fellowId, competencyId })),
      page('queue', asSupervisor, (view) => queue.run(view, programId)),
      page('my log', asFellow, (view) => entries.run(view, programId, { fellowId })),
    ],
    forget: () => app.get(DataSource).query('UPDATE log_head SET seq = seq + 1 WHERE logId = ?', [programId]),
  };
}
