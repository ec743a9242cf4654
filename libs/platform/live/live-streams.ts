import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Response } from 'express';
import { Signals } from '#platform/database';
import { ProblemError, type AskedRequest } from '#platform/http';
import { SESSION_ENDED, type SessionEnded } from '#platform/identity';
import type { Measure } from '#platform/observability';
import { LIVE_OPTIONS, type LiveOptions } from './live-options.js';
import { LiveStream } from './live-stream.js';

/** Every open stream of this process. */
@Injectable()
export class LiveStreams implements OnModuleDestroy {
  private readonly open = new Set<LiveStream>();
  private readonly beat: NodeJS.Timeout;
  private deaf: (() => void) | undefined;
  private closing = false;

  constructor(
    private readonly signals: Signals,
    @Inject(LIVE_OPTIONS) private readonly options: LiveOptions,
  ) {
    this.beat = setInterval(() => {
      for (const stream of this.open) void stream.beat();
    }, options.beatMs).unref();
  }

  /** Number of open streams, for Prometheus. */
  get measure(): Measure {
    return {
      name: 'samspill_live_streams',
      help: 'Open streams of live updates.',
      read: () => Promise.resolve([{ value: this.open.size }]),
    };
  }

  /**
   * Begins the answer to a request that the access guard has admitted to a `@LiveRoute`.
   * @throws ProblemError 429 when the person has too many open, 503 when the process is about to stop
   */
  begin(request: AskedRequest, response: Response): LiveStream {
    const { asker, stillMay } = request;
    if (!stillMay) throw new Error('A stream was asked for on a route that is not live');
    if (this.closing) throw new ProblemError('unavailable');
    if (this.of(asker.tenant, asker.personId).length >= this.options.mostOfOnePerson)
      throw new ProblemError('too-many', { 'Retry-After': '30' });
    this.deaf ??= this.signals.listen(SESSION_ENDED, {
      received: (message) => {
        const { tenant, personId } = message as SessionEnded;
        check(this.of(tenant, personId));
      },
      missed: () => check([...this.open]),
    });
    response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      // nginx would buffer the events until its buffer is full.
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    const stream = new LiveStream(asker, stillMay, response);
    this.keep(stream);
    response.once('close', () => stream.gone());
    if (request.method === 'HEAD') stream.end();
    return stream;
  }

  onModuleDestroy(): void {
    this.closing = true;
    clearInterval(this.beat);
    this.deaf?.();
    for (const stream of this.open) stream.end();
  }

  private keep(stream: LiveStream): void {
    this.open.add(stream);
    stream.ended.addEventListener('abort', () => this.open.delete(stream), { once: true });
  }

  private of(tenant: string, personId: string): readonly LiveStream[] {
    return [...this.open].filter(({ asker }) => asker.tenant === tenant && asker.personId === personId);
  }
}

/** Ends those of the streams whose sessions have ended. */
function check(streams: readonly LiveStream[]): void {
  for (const stream of streams) void stream.check();
}
