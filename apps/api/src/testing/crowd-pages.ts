import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor, Role } from '@countersign/domain/access';
import { Catalogues } from '../catalogue/catalogues';
import { KeptFacts } from '../competencies/kept-facts';
import { ReadEvidence } from '../competencies/read-evidence';
import { ReadProgress } from '../competencies/read-progress';
import { Standings } from '../competencies/standings';
import { ApprovalHealth } from '../dashboards/approval-health';
import { ReadDashboard } from '../dashboards/read-dashboard';
import type { Reading } from '../db/context';
import { Db } from '../db/db';
import { ListEntries } from '../entries/list-entries';
import { People } from '../people/people';
import { Programs } from '../programs/programs';
import { Requirements } from '../requirements/requirements';
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
  /** The same for the first time: nothing is in memory. */
  readonly first: CrowdPage;
  readonly all: readonly CrowdPage[];
  /** Changes one case of one fellow and says so, as an event does: the facts of the program are to be read again. */
  readonly happen: () => Promise<unknown>;
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
  const [first] = crowd.fellows;
  return {
    dashboard,
    first: page('director’s page, first time', [directorId, 'director'], (view) =>
      new ReadDashboard(standingsWithout(app), app.get(ApprovalHealth)).run(view, programId),
    ),
    all: [
      dashboard,
      page('progress', asFellow, (view) => progress.run(view, { programId, fellowId })),
      page('evidence', asFellow, (view) => evidence.run(view, { programId, fellowId, competencyId })),
      page('queue', asSupervisor, (view) => queue.run(view, programId)),
      page('my log', asFellow, (view) => entries.run(view, programId, { fellowId })),
    ],
    happen: async () => {
      const source = app.get(DataSource);
      await source.query(CHANGE_A_CASE, [programId, programId, first?.id ?? '']);
      await source.query('UPDATE log_head SET seq = seq + 1 WHERE logId = ?', [programId]);
    },
  };
}

/** One level more or one less, of a fellow's first entry. */
const CHANGE_A_CASE =
  'UPDATE entry_procedure SET levels = CASE WHEN levels = 1 THEN 2 ELSE 1 END WHERE programId = ? AND position = 0 ' +
  'AND entryId = (SELECT MIN(id) FROM entry WHERE programId = ? AND fellowId = ?)';

/** Standings that have nothing in memory. */
function standingsWithout(app: INestApplicationContext): Standings {
  const [programs, requirements, people] = [app.get(Programs), app.get(Requirements), app.get(People)];
  return new Standings(programs, requirements, people, new KeptFacts(), app.get(Catalogues));
}
