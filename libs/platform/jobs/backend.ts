import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { BackendFactory, createPostgresBackend, IQueueBackend, Job, Queue, Worker } from 'bullmq';
import type { ClientConfig } from 'pg';
import type { DataSource } from 'typeorm';
import { PooledClient, runnerUrlOf, startUpOptions, verifyLogin } from '#platform/database';
import { QUEUE_SCHEMA } from './queue-schema.js';

/** Payload of a job: the id of a municipality, or nothing. */
export interface JobData {
  readonly tenant?: string;
}

export interface WorkerOptions {
  /** Jobs at once. */
  readonly concurrency: number;
  /** How often the jobs of dead workers are looked for, in ms. */
  readonly stalledMs?: number;
}

/** The part of BullMQ's queues that Samspill uses, for either server. */
export type JobQueue = Pick<
  Queue<JobData>,
  | 'name'
  | 'add'
  | 'getJobScheduler'
  | 'getJobSchedulers'
  | 'upsertJobScheduler'
  | 'getJobCounts'
  | 'getJobs'
  | 'getFailed'
  | 'getJob'
  | 'waitUntilReady'
  | 'close'
  | 'disconnect'
>;
export type JobWorker = Pick<Worker<JobData, void>, 'waitUntilReady' | 'run' | 'close' | 'disconnect'>;

/** BullMQ's queues and workers on the chosen server. */
export interface Connected {
  queue(name: string): JobQueue;
  /** Fetches jobs when it is told to `run`. */
  worker(name: string, carryOut: (job: Job<JobData>) => Promise<void>, options: WorkerOptions): JobWorker;
}

/** The server that keeps the queues, chosen once when an installation is opened. */
export interface JobBackend {
  /** For messages: `PostgreSQL`, `Redis at host:port`. No secret. */
  readonly name: string;
  /**
   * Loads BullMQ and prepares its connections, which are opened by each queue and worker.
   * @param onFault called for each fault of a connection, which BullMQ then opens again
   */
  connect(onFault: (fault: Error) => void): Promise<Connected>;
}

/** Each queue and each worker has a pool of its own, whose connections are closed when they are idle. */
const POOL_SIZE = 2;

/** BullMQ keeps so many entries of its own log of a queue, which Samspill does not read. */
const EVENTS_KEPT = 100;

/** How often a worker asks again while the server does not answer, in ms. */
const ASK_AGAIN_MS = 1_000;

/** The queues in Samspill's own database, in a schema that `samspill migrate` has made. */
export const postgresJobs = (source: DataSource): JobBackend => ({
  name: 'PostgreSQL',
  async connect(onFault) {
    const { createPostgresBackend: factory, withBackend } = await import('bullmq');
    const { Queue, Worker } = withBackend(pausingOnFaults(heardOnLoss(factory)));
    // Without Samspill's parsers of values: BullMQ expects those of the driver.
    const connection = {
      connectionString: runnerUrlOf(source),
      options: startUpOptions('samspill_runner'),
      application_name: 'samspill',
      keepAlive: true,
      schema: QUEUE_SCHEMA,
      max: POOL_SIZE,
      verify: verifyLogin('samspill_runner'),
      Client: PooledClient,
    };
    const streams = { events: { maxLen: EVENTS_KEPT } };
    return {
      queue: (name) => heard(new Queue<JobData>(name, { connection, streams }), onFault),
      worker: (name, carryOut, given) =>
        heard(new Worker<JobData, void>(name, carryOut, { connection, ...workerOptions(given) }), onFault),
    };
  },
});

/**
 * The queues in Redis. They are named after the installation's id, so that several installations can share a server.
 * @param url `redis://` or, with TLS, `rediss://`; never printed, as it may hold a password
 */
export const redisJobs = (url: string, source: DataSource): JobBackend => ({
  name: `Redis at ${new URL(url).host}`,
  async connect(onFault) {
    const { createRedisBackend, withBackend } = await import('bullmq');
    const { Queue, Worker } = withBackend(pausingOnFaults(createRedisBackend));
    const [row] = await source.query<readonly [{ readonly installation: string }]>(
      'select installation from job_status',
    );
    const prefix = `samspill:${row.installation}`;
    const streams = { events: { maxLen: EVENTS_KEPT } };
    // A trigger that cannot be sent now fails at once: the work is then done in this process.
    const atOnce = { url, enableOfflineQueue: false, maxRetriesPerRequest: 1 };
    const waiting = { url, maxRetriesPerRequest: null };
    return {
      queue: (name) => heard(new Queue<JobData>(name, { connection: atOnce, prefix, streams }), onFault),
      worker: (name, carryOut, given) => {
        const options = { connection: waiting, prefix, ...workerOptions(given) };
        return heard(new Worker<JobData, void>(name, carryOut, options), onFault);
      },
    };
  },
});

/**
 * BullMQ's main loop asks for the next job again at once after most faults of the server, and never lets anything else
 * run if the fault is one that the connection remembers. So a fault is answered after a pause.
 */
const pausingOnFaults =
  <B extends IQueueBackend, C>(factory: BackendFactory<B, C>): BackendFactory<B, C> =>
  (name, options, given) => {
    const backend = factory(name, options, given);
    const next = backend.moveToActive.bind(backend);
    backend.moveToActive = async (token, worker) => {
      try {
        return (await next(token, worker)) as unknown[];
      } catch (fault) {
        await pause(ASK_AGAIN_MS);
        throw fault;
      }
    };
    return backend;
  };

/**
 * BullMQ makes the connection on which it listens itself, of the driver's class, removes its listeners before it is
 * closed, and opens it also for a worker that is closed as soon as it has begun: that one would keep the process alive,
 * so a closed backend opens none. The module that it takes the class from is a private field, so
 * `lost-connection.spec.ts` looks at the connection.
 */
export const heardOnLoss =
  (factory: typeof createPostgresBackend): typeof createPostgresBackend =>
  (name, options, given) => {
    const backend = factory(name, options, given);
    let isClosed = false;
    class ListeningClient extends PooledClient {
      constructor(config?: ClientConfig) {
        if (isClosed) throw new Error(`The queue ${name} is closed`);
        super(config);
      }
    }
    Object.assign(backend.connection, { pgModule: { Client: ListeningClient } });
    const close = backend.close.bind(backend);
    backend.close = (...how) => {
      isClosed = true;
      return close(...how);
    };
    return backend;
  };

/** Without a listener, an `error` would end the process. */
function heard<T extends EventEmitter>(each: T, onFault: (fault: Error) => void): T {
  EventEmitter.prototype.on.call(each, 'error', onFault);
  return each;
}

const workerOptions = ({ concurrency, stalledMs }: WorkerOptions) => ({
  concurrency,
  runRetryDelay: ASK_AGAIN_MS,
  autorun: false,
  ...(stalledMs !== undefined && { lockDuration: stalledMs, stalledInterval: stalledMs }),
});
