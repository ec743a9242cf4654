import type { Recorded } from '#platform/kernel';
import type { Fold, ReadModel } from '#platform/projections';
import type { News, NewsId } from '../contract/index.js';
import { day, id, recorded, type GivenEvent } from '../news.examples.js';
import { heldRole } from '../read-models/held-role/held-role.projection.js';
import { meetingHistory } from '../read-models/meeting-history/meeting-history.projection.js';
import { planHistory } from '../read-models/plan-history/plan-history.projection.js';
import { serviceLead } from '../read-models/service-lead/service-lead.projection.js';
import { unitTable } from '../read-models/unit-table/unit-table.projection.js';
import { changedMeeting } from './changed-meeting-news.js';
import { concernOf, type StandsInFor } from './concern.js';
import { yearPlanNews } from './year-plan-news.js';

/** The rows of a read model for these events, without a database. */
function rowsOf<Row extends object>(
  model: ReadModel<never, Row>,
  events: readonly Recorded[],
): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  for (const event of events) {
    const fold = (model.on as Readonly<Record<string, Fold<Recorded, Row> | 'ignored' | undefined>>)[event.type];
    if (fold === undefined || fold === 'ignored') continue;
    for (const key of fold.rows(event)) {
      const row = fold.fold(rows.get(key), event, key);
      if (row) rows.set(key, row);
      else rows.delete(key);
    }
  }
  return rows;
}

/** News of a person with these confirmations, on a day after all events. */
export function newsOf(
  happenings: readonly GivenEvent[],
  name: string,
  today = '2026-11-02',
  seen: readonly Pick<News, 'newsId' | 'upTo'>[] = [],
  standsInFor: StandsInFor = () => [],
): readonly News[] {
  const events = recorded(happenings);
  const facts = {
    roles: [...rowsOf(heldRole, events).values()],
    tables: rowsOf(unitTable, events),
    leads: new Map([...rowsOf(serviceLead, events)].map(([serviceId, { led }]) => [serviceId, led])),
    standsInFor,
  };
  const reader = {
    personId: id(name),
    concerns: concernOf(id(name), facts),
    seen: (newsId: NewsId) => seen.flatMap((it) => (it.newsId === newsId ? it.upTo : [])),
  };
  return [
    ...[...rowsOf(meetingHistory, events).values()].flatMap(
      (meeting) => changedMeeting(meeting, reader, day(today)) ?? [],
    ),
    ...yearPlanNews([...rowsOf(planHistory, events).values()], reader, day(today)),
  ];
}
