import { alertKeyOf, type AlertStepEvent } from '#alerts/contract';
import { addDays, addMonths, firstDayOf, monthOf, type CalendarDate } from '#platform/kernel';
import type { Random } from '../random.js';
import type { AgreedAction } from './actions.js';
import { BEGINS, ENDS, PEOPLE, SERVICES, UNITS, type Story } from './story.js';

type Sent = Extract<AlertStepEvent, { type: 'alerts.AlertSent' }>['data'];
type About = Pick<Sent, 'kind' | 'countedFrom'> & { readonly subjectId: string; readonly unitIds: readonly string[] };

/**
 * Alerts of every kind, about what may be late and what is not: told in one or more steps, ahead of their day or after it,
 * about the same day or a later one, and marked as handled. They have a chance of their own, so that the rest of a history
 * stays as it is.
 */
export function tellAlerts(story: Story, random: Random, agreed: readonly AgreedAction[]): void {
  for (const { action, meetingId, unitIds, on } of agreed) {
    const {
      actionId,
      dueOn,
      followUpOn = dueOn,
    } = action as Partial<typeof action> & { actionId: string; dueOn: CalendarDate };
    const ofAction = { subjectId: actionId, unitIds };
    if (random.chance(0.5)) tellAlert(story, random, { ...ofAction, kind: 'overdue', countedFrom: dueOn });
    if (random.chance(0.3))
      tellAlert(story, random, { ...ofAction, kind: 'follow-up-missed', countedFrom: followUpOn });
    if (random.chance(0.2))
      tellAlert(story, random, {
        ...ofAction,
        kind: 'handover-waiting',
        countedFrom: addDays(on, random.between(5, 40)),
      });
    if (random.chance(0.1)) tellAlert(story, random, { ...ofAction, kind: 'orphan', countedFrom: addDays(on, 10) });
    if (random.chance(0.2))
      tellAlert(story, random, {
        ...ofAction,
        kind: 'more-time-asked',
        countedFrom: addDays(on, random.between(1, 40)),
      });
    const ofMeeting = { subjectId: meetingId, unitIds, countedFrom: on };
    if (random.chance(0.2)) tellAlert(story, random, { ...ofMeeting, kind: 'protocol-late' });
    if (random.chance(0.2)) tellAlert(story, random, { ...ofMeeting, kind: 'meeting-unconfirmed' });
  }
  for (const unitId of UNITS)
    for (let month = monthOf(BEGINS); month <= monthOf(ENDS); month = addMonths(month, 1)) {
      const ofMonth = { subjectId: `${unitId}/${month}`, unitIds: [unitId] };
      const countedFrom = firstDayOf(month);
      if (random.chance(0.3)) tellAlert(story, random, { ...ofMonth, kind: 'month-missing', countedFrom });
      if (random.chance(0.3)) tellAlert(story, random, { ...ofMonth, kind: 'month-unplanned', countedFrom });
      const subjectId = `${random.pick(SERVICES)}/${unitId}`;
      if (random.chance(0.3)) tellAlert(story, random, { ...ofMonth, subjectId, kind: 'service-absent', countedFrom });
    }
}

const RECEIVERS = ['owner', 'unit-leader', 'coordinator', 'service-unit-leader', 'receiver'] as const;

function tellAlert(story: Story, random: Random, about: About): void {
  const { kind, subjectId } = about;
  const alertId = `${kind}:${subjectId}`;
  const stream = `alert-${alertKeyOf(alertId)}`;
  let { countedFrom } = about;
  let on = addDays(countedFrom, random.between(-3, 25));
  const tell = (type: AlertStepEvent['type'], data: object) =>
    void (on = story.tell(stream, on, { type, data }, random));
  for (let steps = random.between(1, 3); steps > 0; steps -= 1) {
    const receivers = random.chance(0.2) ? [random.pick(RECEIVERS), random.pick(RECEIVERS)] : [random.pick(RECEIVERS)];
    tell('alerts.AlertSent', {
      ...{ ...about, alertId, serviceIds: [], personIds: [], month: null, countedFrom, on },
      step: random.between(-3, 20),
      to: receivers.map((as) => ({ personId: PEOPLE[0], as })),
      skipped: random.chance(0.3) ? [1] : [],
    });
    if (random.chance(0.15)) tell('alerts.AlertHandled', { on, note: null });
    on = addDays(on, random.between(1, 30));
    if (random.chance(0.3)) countedFrom = addDays(countedFrom, random.between(1, 40));
  }
}
