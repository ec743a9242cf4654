/** Keys of requests without an answer: the same request sent again is the same intent, and has the same key. */
const unanswered = new Map<string, string>();
/** Pending requests: a repeat, for example after a second click, gets the first one's answer. */
const underWay = new Map<string, Promise<Response>>();
/** Most intents without an answer stored. */
const MOST = 100;

/**
 * Sends a change once. An intent is a method, URL, revision and body; its `Idempotency-Key` stays the same until the
 * server has answered, so that a retry after a lost answer changes nothing twice. Another body is another intent.
 */
export async function sendOnce(
  request: Request,
  send: (request: Request) => Promise<Response> = (it) => fetch(it),
): Promise<Response> {
  const intent = await intentOf(request);
  const first = underWay.get(intent);
  if (first) return (await first).clone();
  const key = unanswered.get(intent) ?? crypto.randomUUID();
  remember(intent, key);
  const keyed = new Request(request);
  keyed.headers.set('idempotency-key', key);
  const forget = () => underWay.delete(intent);
  request.signal.addEventListener('abort', forget, { once: true });
  const answer = send(keyed);
  underWay.set(intent, answer);
  try {
    const response = await answer;
    // A server fault or a proxy's answer does not tell whether the change was made.
    if (response.status < 500) unanswered.delete(intent);
    return response.clone();
  } finally {
    forget();
    request.signal.removeEventListener('abort', forget);
  }
}

function remember(intent: string, key: string): void {
  unanswered.set(intent, key);
  const [oldest] = unanswered.keys();
  if (unanswered.size > MOST && oldest !== undefined) unanswered.delete(oldest);
}

async function intentOf(request: Request): Promise<string> {
  const { method, url, headers } = request;
  const body = new Uint8Array(await request.clone().arrayBuffer());
  return [method, url, headers.get('if-match'), headers.get('samspill-person'), body.length, digestOf(body)].join(' ');
}

/** 53 bits (cyrb53): the browser's own digests exist on secure origins only. */
function digestOf(bytes: Uint8Array): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (const byte of bytes) {
    high = Math.imul(high ^ byte, 2654435761);
    low = Math.imul(low ^ byte, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
