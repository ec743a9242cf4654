import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Signals } from '#platform/database';
import { FieldPath } from './editors.dto.js';

const TOPIC = 'meetings.draft';
const about = { tenant: z.string(), meetingId: z.string() };

/** Messages about a draft between processes. Ids only: the receiver looks up names. */
const DraftSignal = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('saved'),
    ...about,
    revision: z.int(),
    savedBy: z.string(),
    savedAt: z.iso.datetime(),
  }),
  z.object({ what: z.literal('here'), ...about, personId: z.string(), field: FieldPath.nullable().optional() }),
  z.object({ what: z.literal('left'), ...about, personId: z.string() }),
]);
export type DraftSignal = z.infer<typeof DraftSignal>;

/** Sends and receives messages about drafts between all processes. */
@Injectable()
export class DraftSignals {
  constructor(private readonly signals: Signals) {}

  publish(signal: DraftSignal): void {
    this.signals.publish(TOPIC, signal);
  }

  /** `missed` is called when messages may have been lost. */
  listen(onSignal: (signal: DraftSignal) => void, missed: () => void): () => void {
    return this.signals.listen(TOPIC, {
      received: (message) => {
        // A process of another version may send unknown messages.
        const { data } = DraftSignal.safeParse(message);
        if (data) onSignal(data);
      },
      missed,
    });
  }
}
