import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import type { AskedRequest } from '#platform/http';
import type { Changed, Ready } from './live.dto.js';
import type { LiveStream } from './live-stream.js';
import { LiveStreams } from './live-streams.js';
import { LogChanges } from './log-changes.js';
import type { Change } from './tenant-changes.js';

const A_POSITION = /^\d{1,18}$/;

/**
 * Begins streams: each sends its position, the changes since its reader's `Last-Event-ID`, and then further changes.
 */
@Injectable()
export class LiveUpdates {
  constructor(
    private readonly streams: LiveStreams,
    private readonly changes: LogChanges,
  ) {}

  /** @throws ProblemError as `LiveStreams.begin` does */
  async begin(request: AskedRequest, response: Response): Promise<LiveStream> {
    const stream = this.streams.begin(request, response);
    const { tenant } = stream.asker;
    const { decidedIn = [] } = request;
    await this.changes.watch(tenant, stream.ended, (written) => {
      if (decidedIn.some((name) => written.has(name))) void stream.check();
    });
    // A right may have been taken away after the access guard had asked, and before the log was watched.
    await stream.check();
    await this.changes.follow(tenant, lastSeenBy(request), stream.ended, (change) => send(stream, change));
    return stream;
  }
}

/** An unknown header value counts as missing: the reader gets `ready` and reads its data again. */
function lastSeenBy(request: AskedRequest): bigint | undefined {
  const given = request.get('last-event-id');
  return given !== undefined && A_POSITION.test(given) ? BigInt(given) : undefined;
}

function send(stream: LiveStream, { what, position, kinds, everything }: Change): void {
  const at = String(position);
  if (what === 'position') stream.send('ready', { position: at } satisfies z.infer<typeof Ready>, position);
  if (kinds.length === 0 && !everything) return;
  stream.send('changed', { position: at, kinds: [...kinds], everything } satisfies z.infer<typeof Changed>, position);
}
