import { Agent, request as send } from 'node:http';
import fc from 'fast-check';
import { MunicipalityNumber } from '#platform/kernel';
import { RouteTable, type OpenApiDocument } from '#platform/http';
import { startApi, type RunningApi } from '../running-api.js';
import { NUMBER, tellStory } from '../routes/rights.municipality.js';
import { personOf, type AskerName } from '../routes/rights.people.js';
import { faultsOf, type FuzzAnswer, type InternalNames } from './faults.js';
import { plantTenants } from './planted-tenants.js';
import { anyRequest, type FuzzRequest, type Operation } from './requests.js';

/** Requests that are made from one seed, and are held in memory together. */
const AT_ONCE = 250;
/** Requests to one municipality: what they change wears it out, so a fresh one follows. */
const OF_ONE_MUNICIPALITY = 2_500;
/** Requests under way at the same time. */
const SENDERS = 8;
/** Longest part of an answer that is judged, in characters. */
const LONGEST = 5_000_000;

export interface FuzzOptions {
  readonly seed: number;
  readonly requests: number;
  /** Called after some requests each, with their number so far. */
  readonly onProgress?: (done: number) => void;
  /** Called at once for each fault, which the report names too. */
  readonly onFault?: (fault: string) => void;
}

export interface FuzzReport {
  /** The faults, each with the request that shows it and its number. */
  readonly faults: readonly string[];
  /** Number of answers by status. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Operations that carried out or answered at least one request (status 200). */
  readonly served: ReadonlySet<string>;
  readonly operations: readonly string[];
}

/**
 * Sends requests to a whole application of its own, and judges each answer. The requests follow from the seed; how
 * those under way at the same time interleave does not.
 */
export async function fuzz({ seed, requests, onProgress, onFault }: FuzzOptions): Promise<FuzzReport> {
  const api = await startApi('2026-11-22T08:00:00Z', async ({ events }) => {
    await plantTenants(events);
    await tellStory(events);
  });
  const agent = new Agent({ keepAlive: true });
  try {
    await api.settled();
    const run = new FuzzRun(api, agent, operationsOf(await documentOf(api)), await internalNamesOf(api), onFault);
    for (let done = 0; done < requests; done += AT_ONCE) {
      if (done > 0 && done % OF_ONE_MUNICIPALITY === 0) await run.moveOn(done / OF_ONE_MUNICIPALITY);
      await run.sendAll(seed + done, Math.min(AT_ONCE, requests - done), done);
      onProgress?.(Math.min(done + AT_ONCE, requests));
    }
    return run.report();
  } finally {
    agent.destroy();
    await api.close();
  }
}

const documentOf = async ({ url }: RunningApi) =>
  (await (await fetch(`${url}/api/openapi.json`)).json()) as OpenApiDocument;
const operationsOf = ({ paths }: OpenApiDocument): readonly Operation[] =>
  Object.entries(paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...(operation as object), method, template })),
  );

async function internalNamesOf({ app, installation }: RunningApi): Promise<InternalNames> {
  const names: { name: string }[] = await installation.dataSource.query(
    `select table_name as name from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')
     union select column_name from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const controllers = app
    .get(RouteTable)
    .all()
    .map(({ controller }) => controller);
  return {
    database: new Set(names.map(({ name }) => name).filter((name) => name.includes('_'))),
    classes: new Set(controllers.flatMap((name) => [name, name.replace(/Controller$/, 'Handler')])),
  };
}

class FuzzRun {
  private readonly faults: string[] = [];
  private readonly statuses = new Map<number, number>();
  private readonly served = new Set<string>();
  private readonly cookies = new Map<AskerName, string>();
  private readonly requests: fc.Arbitrary<FuzzRequest>;
  private municipality: MunicipalityNumber = NUMBER;

  constructor(
    private readonly api: RunningApi,
    private readonly agent: Agent,
    private readonly operations: readonly Operation[],
    private readonly names: InternalNames,
    private readonly onFault: FuzzOptions['onFault'],
  ) {
    this.requests = anyRequest(operations);
  }

  report(): FuzzReport {
    const { faults, statuses, served } = this;
    return { faults, statuses, served, operations: this.operations.map(nameOf) };
  }

  /** Goes on in a municipality that no request has changed. */
  async moveOn(nth: number): Promise<void> {
    this.municipality = MunicipalityNumber.parse(String(1000 + (nth % 8000)));
    await tellStory(this.api.installation.events, this.municipality);
    await this.api.settled();
    this.cookies.clear();
  }

  async sendAll(seed: number, count: number, first: number): Promise<void> {
    const waiting = [...fc.sample(this.requests, { seed, numRuns: count }).entries()];
    const inTurn = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await this.sendOne(next[1], first + next[0]);
    };
    await Promise.all(Array.from({ length: SENDERS }, inTurn));
    // The application's log is kept by the specification that started it.
    (this.api.logged as string[]).length = 0;
  }

  private async sendOne(request: FuzzRequest, nth: number): Promise<void> {
    const answer = await this.answerTo(request);
    this.statuses.set(answer.status, (this.statuses.get(answer.status) ?? 0) + 1);
    if (answer.status === 200) this.served.add(nameOf(request));
    // The session ended, as requests end sessions: the next request begins another.
    if (answer.status === 401 && request.as) this.cookies.delete(request.as);
    for (const fault of faultsOf(request.path, answer, this.names)) {
      this.faults.push(this.described(fault, request, answer, nth));
      this.onFault?.(this.faults.at(-1)!);
    }
  }

  private async answerTo(request: FuzzRequest): Promise<FuzzAnswer> {
    const cookie = request.as && (await this.cookieOf(request.as));
    const answer = () => answerFrom(this.api.url, this.agent, request, cookie);
    // The server may close an idle connection while a request is on its way: then it goes over another, as from a
    // browser.
    return (await answer()) ?? (await answer()) ?? { status: 0, headers: {}, text: '' };
  }

  private async cookieOf(name: AskerName): Promise<string> {
    const known = this.cookies.get(name);
    if (known !== undefined) return known;
    const cookie = await this.api.cookie(this.municipality, personOf(name));
    this.cookies.set(name, cookie);
    return cookie;
  }

  /** One line, with the request, and the application's own account of a fault. */
  private described(fault: string, request: FuzzRequest, { text }: FuzzAnswer, nth: number): string {
    const { method, path, headers, body, as = 'nobody' } = request;
    const requestId = /urn:uuid:([-0-9a-f]+)/.exec(text)?.[1];
    const logged =
      requestId === undefined
        ? undefined
        : this.api.logged.find((line) => line.includes(requestId) && line.includes('fault'));
    return [
      `request ${nth}: ${fault}`,
      `${as}: ${method} ${short(path)} ${JSON.stringify(headers)}`,
      ...(body === undefined ? [] : [short(typeof body === 'string' ? body : Buffer.from(body).toString('base64'))]),
      short(logged ?? text),
    ].join(' | ');
  }
}

/** Undefined if a connection that had been used before was closed without an answer. */
function answerFrom(
  url: string,
  agent: Agent,
  { method, path, headers, body }: FuzzRequest,
  cookie: string | undefined,
) {
  const { hostname, port } = new URL(url);
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  const options = {
    agent,
    hostname,
    port,
    method,
    path,
    headers: { ...(cookie && { cookie }), ...headers, ...length },
  };
  return new Promise<FuzzAnswer | undefined>((resolve, reject) => {
    const sent = send(options, (response) => {
      const { statusCode: status = 0, headers: received } = response;
      let text = '';
      const answered = () => {
        resolve({ status, headers: received, text });
      };
      const isStream = received['content-type']?.startsWith('text/event-stream') === true;
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        if (text.length < LONGEST) text += chunk;
        // A stream has no end.
        if (!isStream) return;
        answered();
        sent.destroy();
      });
      response.once('end', answered).once('error', answered);
    });
    sent.once('error', (error) => {
      if (sent.reusedSocket) resolve(undefined);
      else reject(new Error(`${method} ${path} had no answer`, { cause: error }));
    });
    sent.end(body);
  });
}

const nameOf = ({ method, template }: Pick<Operation, 'method' | 'template'>) => `${method.toUpperCase()} ${template}`;
const short = (text: string): string => (text.length > 1_200 ? `${text.slice(0, 1_200)}…` : text);
