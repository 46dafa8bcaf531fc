import type { TestServer } from '../test-server';
import type { World } from './asking';
import { House } from './house';
import { Filling } from './records';

/** Two programs of one institution, filled alike, and one of another institution; everybody is signed in. */
export async function buildWorld(server: TestServer): Promise<World> {
  const here = await House.build(server, 'homestead', 'University of Here');
  const neighbor = await House.build(server, 'neighborly', 'University of Here');
  const abroad = await House.build(server, 'abroadish', 'Institute of Elsewhere');
  const [ours, theirs] = [new Filling(server, here), new Filling(server, neighbor)];
  const [oursEnded, theirsEnded] = [await ours.before(), await theirs.before()];
  for (const house of [here, neighbor, abroad]) await house.signIn();
  return {
    ...{ here, neighbor, abroad, nobody: server.client() },
    records: await ours.now(oursEnded),
    theirs: await theirs.now(theirsEnded),
  };
}
