import { Agent, createServer, request, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { stoppable } from './stopping';

/** A server that answers each request after some ms. */
async function serving(answerMs: number): Promise<{ server: Server; port: number }> {
  const server = createServer(
    (_request, response) => void setTimeout(() => response.end('done'), answerMs).unref(),
  );
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as AddressInfo).port };
}

/** How one request ended: its body, or the code of the error. */
function ask(port: number, agent: Agent): Promise<string> {
  return new Promise((resolve) => {
    const asked = request({ port, host: '127.0.0.1', agent }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += String(chunk)));
      response.on('end', () => resolve(body));
    });
    asked.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
    asked.end();
  });
}

describe('A server that is stopped', () => {
  it('answers what it has begun, takes nothing new and ends, though its clients keep their connections', async () => {
    const { server, port } = await serving(30);
    const stop = stoppable(server);
    const agent = new Agent({ keepAlive: true, maxSockets: 10 });
    const outcomes: string[] = [];
    let isAsking = true;
    const clients = Array.from({ length: 10 }, async () => {
      while (isAsking) {
        const outcome = await ask(port, agent);
        outcomes.push(outcome);
        if (outcome !== 'done') return;
      }
    });
    while (outcomes.length < 25) await sleep(10);
    expect(await stop()).toBe(true);
    isAsking = false;
    await Promise.all(clients);
    agent.destroy();
    expect(outcomes.filter((outcome) => outcome === 'done').length).toBeGreaterThan(20);
    // Whoever comes later finds nobody; nobody is cut off within an answer.
    expect(new Set(outcomes)).toEqual(new Set(['done', 'ECONNREFUSED']));
  });

  it('cuts what never becomes a request when the deadline has come, and says so only where an answer was owed', async () => {
    const { server, port } = await serving(5);
    const stop = stoppable(server, 150);
    const half = connect(port, '127.0.0.1');
    half.on('error', () => undefined);
    half.write('POST / HTTP/1.1\r\nHost: x\r\n');
    await sleep(50);
    expect(await stop()).toBe(true);
    const { server: slow, port: slowPort } = await serving(5_000);
    const stopSlow = stoppable(slow, 150);
    const agent = new Agent({ keepAlive: true });
    const outcome = ask(slowPort, agent);
    await sleep(50);
    expect(await stopSlow()).toBe(false);
    expect(await outcome).toBe('ECONNRESET');
    agent.destroy();
  });
});
