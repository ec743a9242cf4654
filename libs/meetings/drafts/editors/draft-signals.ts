import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Signals } from '#platform/database';
import { FieldPath } from './editors.dto.js';

const TOPIC = 'meetings.draft';
const about = { municipality: z.string(), meetingId: z.string() };

/** What the processes tell each other of a draft. Ids only: names are looked up by the one who shows them. */
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

/** Word of drafts to and from every process. */
@Injectable()
export class DraftSignals {
  constructor(private readonly signals: Signals) {}

  tell(signal: DraftSignal): void {
    this.signals.tell(TOPIC, signal);
  }

  /** `missed`: word may have been lost on the way. */
  listen(heard: (signal: DraftSignal) => void, missed: () => void): () => void {
    return this.signals.listen(TOPIC, {
      heard: (message) => {
        // A process of another version may say what this one does not know.
        const { data } = DraftSignal.safeParse(message);
        if (data) heard(data);
      },
      missed,
    });
  }
}
