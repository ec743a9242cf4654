import { Inject, Injectable } from '@nestjs/common';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import {
  dayOf,
  firstDayOf,
  firstDayOfSchoolYear,
  lastDayOf,
  monthOf,
  type CalendarDate,
  type Recorded,
} from '#platform/kernel';
import { RowsInMemory, wantedBy, type ReadModel } from '#platform/projections';
import type { FollowUpEvent } from '../../contract/index.js';
import { firstWatchedSchoolYear } from '../../domain/causes/unit-causes.js';
import type { AlertStepsRow } from '../alert-steps/alert-steps.entity.js';
import { alertSteps } from '../alert-steps/alert-steps.projection.js';
import type { PlannedMeetingRow } from '../planned-meeting/planned-meeting.entity.js';
import { plannedMeeting } from '../planned-meeting/planned-meeting.projection.js';
import type { UnitHistoryRow } from '../unit-history/unit-history.entity.js';
import { unitHistory } from '../unit-history/unit-history.projection.js';
import type { WatchedActionRow } from '../watched-action/watched-action.entity.js';
import { watchedAction } from '../watched-action/watched-action.projection.js';
import type { WatchedMeetingRow } from '../watched-meeting/watched-meeting.entity.js';
import { watchedMeeting } from '../watched-meeting/watched-meeting.projection.js';
import type { WatchedMonthRow } from '../watched-month/watched-month.entity.js';
import { watchedMonth } from '../watched-month/watched-month.projection.js';

/** The rows of the read models that the round of a day is made of, as they were at a moment: the selection of `AlertFactsOfDay`. */
export interface RecordedRows {
  readonly actions: readonly WatchedActionRow[];
  readonly meetings: readonly WatchedMeetingRow[];
  readonly planned: readonly PlannedMeetingRow[];
  readonly exemptions: readonly WatchedMonthRow[];
  readonly contacts: readonly UnitHistoryRow[];
  readonly steps: readonly AlertStepsRow[];
}

/** Reminders and calls alone: the rest of the history says nothing to a round. */
const contacts: ReadModel<FollowUpEvent, UnitHistoryRow> = {
  ...unitHistory,
  on: {
    'alerts.UnitReminded': unitHistory.on['alerts.UnitReminded'],
    'alerts.CallNoted': unitHistory.on['alerts.CallNoted'],
  },
};
const MODELS = [watchedAction, watchedMeeting, plannedMeeting, watchedMonth, contacts, alertSteps] as const;
/** Periods that stay in memory. What was recorded by a moment that is over never changes. */
const REMEMBERED = 3;

/** Folds a municipality's log up to past moments, with the folds of the read models. */
@Injectable()
export class RecordedDays {
  private readonly remembered = new Map<string, Promise<readonly RecordedRows[]>>();

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly catalog: EventCatalog,
  ) {}

  /** The rows of the round of each of these moments, which are over and in order. */
  at(tenant: string, moments: readonly Date[]): Promise<readonly RecordedRows[]> {
    const key = `${tenant} ${moments.map((moment) => moment.getTime()).join(' ')}`;
    const known = this.remembered.get(key) ?? this.fold(tenant, moments);
    this.remembered.delete(key);
    this.remembered.set(key, known);
    known.catch(() => this.remembered.delete(key));
    for (const oldest of [...this.remembered.keys()].slice(0, -REMEMBERED)) this.remembered.delete(oldest);
    return known;
  }

  private async fold(tenant: string, moments: readonly Date[]): Promise<readonly RecordedRows[]> {
    const [first, last] = [moments[0]!, moments.at(-1)!];
    const rows = new Folded();
    const later: Recorded[] = [];
    // A merger or an import may record events out of the order of their times; those of a stream keep theirs.
    const latest = new Map<string, Date>();
    for await (const batch of this.store.readAll({ tenant, after: 0n, batchSize: 5_000 }))
      for (const stored of batch.filter(({ type }) => WANTED.has(type))) {
        const event = this.catalog.decode(stored);
        const before = latest.get(event.stream);
        const recordedAt = before && before > event.recordedAt ? before : event.recordedAt;
        if (recordedAt < first) rows.take(event);
        else {
          latest.set(event.stream, recordedAt);
          if (recordedAt < last) later.push({ ...event, recordedAt });
        }
      }
    later.sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());
    const waiting = later.values();
    let next = waiting.next();
    return moments.map((moment) => {
      for (; !next.done && next.value.recordedAt < moment; next = waiting.next()) rows.take(next.value);
      return rows.on(dayOf(moment));
    });
  }
}

const WANTED = wantedBy(MODELS as readonly unknown[] as readonly ReadModel[]);

class Folded {
  private readonly actions = new RowsInMemory(watchedAction);
  private readonly meetings = new RowsInMemory(watchedMeeting);
  private readonly planned = new RowsInMemory(plannedMeeting);
  private readonly exemptions = new RowsInMemory(watchedMonth);
  private readonly contacts = new RowsInMemory(contacts);
  private readonly steps = new RowsInMemory(alertSteps);

  take(event: Recorded): void {
    for (const rows of [this.actions, this.meetings, this.planned, this.exemptions, this.contacts, this.steps])
      rows.take(event as Recorded<never>);
  }

  /** Many days of many years are in memory together, so each has only the rows that its round is made of. */
  on(day: CalendarDate): RecordedRows {
    const from = firstDayOfSchoolYear(firstWatchedSchoolYear(day));
    const [first, last] = [firstDayOf(monthOf(day)), lastDayOf(monthOf(day))];
    return {
      actions: this.actions.all(),
      meetings: this.meetings.all().filter(({ heldOn, filedOn }) => heldOn >= from || filedOn === null),
      planned: this.planned.all().filter(({ plannedOn }) => plannedOn >= first && plannedOn <= last),
      exemptions: this.exemptions.all().filter(({ month }) => month >= monthOf(from)),
      contacts: this.contacts.all(),
      steps: this.steps.all(),
    };
  }
}
