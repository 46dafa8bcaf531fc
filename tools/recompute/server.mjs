/* A running demo, asked as one of its people. */

/** @typedef {(path: string, body?: object) => Promise<any>} Ask */

/** Asks without anybody signed in. @param {string} origin @param {string} [personId] as whom @returns {Ask} */
function asking(origin, personId) {
  const cookies = new Map();
  return async (path, body) => {
    const reply = await fetch(`${origin}/api${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        // What is reckoned in between takes longer than a connection is kept.
        connection: 'close',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'x-xsrf-token': cookies.get('XSRF-TOKEN') ?? '',
        'sec-fetch-site': 'same-origin',
        ...(body ? { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() } : {}),
        ...(personId && path !== '/demo-session' && path !== '/demo-people' ? { 'x-person': personId } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    for (const cookie of reply.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name) cookies.set(name, decodeURIComponent(value ?? ''));
    }
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
    return reply.json();
  };
}

/**
 * The people of a demo.
 * @param {string} origin
 * @returns {Promise<{ id: string, name: string, role: string }[]>}
 */
export async function demoPeople(origin) {
  return (await asking(origin)('/demo-people')).people;
}

/** Signs in as somebody, who then asks about the own program. @param {string} origin @param {string} personId */
export async function signedIn(origin, personId) {
  const ask = asking(origin, personId);
  // The first answer brings the cookie without which nothing is written.
  await ask('/demo-people');
  const { roles } = await ask('/demo-session', { personId });
  const programId = /** @type {string} */ (roles[0].programId);
  return { programId, ask: (/** @type {string} */ path) => ask(`/programs/${programId}${path}`) };
}
