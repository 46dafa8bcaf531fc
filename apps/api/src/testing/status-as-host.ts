import { get } from 'node:http';

/** How a GET is answered whose Host is not the address it is sent to, as a foreign name that leads to this machine. */
export function statusAsHost(address: string, host: string): Promise<number | undefined> {
  // fetch sends no other Host than its address has.
  return new Promise((resolve) => {
    get(address, { headers: { host } }, (reply) => {
      reply.resume();
      resolve(reply.statusCode);
    });
  });
}
