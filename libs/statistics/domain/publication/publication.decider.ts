import { never, refuse, type Decider } from '#platform/kernel';
import { FiguresPublished, type PublicationEvent } from '../../contract/publication.events.js';
import type { PublicationCommand } from './publication.commands.js';
import type { Published } from './publication.state.js';

export type PublicationRule =
  'PERIOD_NOT_OVER' | 'NOTHING_TO_PUBLISH' | 'PREVIEW_CHANGED' | 'ALREADY_PUBLISHED' | 'REASON_MISSING';

/** Publications of a period. What is published is never changed: a correction is another version, with its reason. */
export const publication: Decider<Published, PublicationCommand, PublicationEvent, PublicationRule> = {
  initialState: { versions: 0, sha256: null },
  decide({ publication: content, sha256, seen, reason, today, by, facts }, state) {
    if (!facts.isOver) return refuse('PERIOD_NOT_OVER', 'period');
    if (!facts.showsAnything) return refuse('NOTHING_TO_PUBLISH', 'indicators');
    if (seen !== sha256) return refuse('PREVIEW_CHANGED', 'seen');
    if (state.sha256 === sha256) return refuse('ALREADY_PUBLISHED', 'period');
    if (state.versions > 0 && reason === null) return refuse('REASON_MISSING', 'reason');
    const version = state.versions + 1;
    return [
      FiguresPublished({
        publication: content,
        version,
        reason: version === 1 ? null : reason,
        publishedOn: today,
        publishedBy: by,
        sha256,
      }),
    ];
  },
  evolve(_, event) {
    switch (event.type) {
      case 'statistics.FiguresPublished':
        return { versions: event.data.version, sha256: event.data.sha256 };
      default:
        return never(event.type);
    }
  },
};
