import type { Reading } from '../db/context';
import { ReadProgress } from '../competencies/read-progress';
import { ReadDashboard } from '../dashboards/read-dashboard';
import type { SignOffsUnderTest } from './sign-offs-under-test';

/**
 * What a director reads of a program, as it is answered from what is kept between requests, and as it is made from the
 * tables: a command takes nothing that is kept.
 */
export async function pagesAsKeptAndMade({
  server,
  program,
  people,
}: SignOffsUnderTest): Promise<readonly [kept: string, made: string]> {
  const programId = program.id;
  const director = {
    personId: people.director.id,
    roles: [{ programId, role: 'director' } as const],
  };
  const pages = async (view: Reading): Promise<string> => {
    const dashboard = await server.app.get(ReadDashboard).run(view, programId);
    const progress = [];
    for (const { id: fellowId } of [people.fellow, people.otherFellow])
      progress.push(await server.app.get(ReadProgress).run(view, { programId, fellowId }));
    return JSON.stringify({ dashboard, progress });
  };
  return [await server.db.read(director, pages), await server.db.write(director, pages)];
}
