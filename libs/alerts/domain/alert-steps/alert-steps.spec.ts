import { PersonId, UnitId } from '#platform/kernel';
import { specification } from '../../../platform/kernel/specification.js';
import {
  AlertHandled,
  AlertHeldBack,
  AlertNoted,
  AlertReleased,
  AlertSent,
  AlertSnoozed,
  OwnerAsked,
  type AlertSubject,
} from '../../contract/index.js';
import { day } from '../alerts.examples.js';
import type { HoldStepBack, SendStep, SnoozeAlert } from './alert-steps.commands.js';
import { alertSteps } from './alert-steps.decider.js';

const { accepts, refuses } = specification('steps of an alert', alertSteps);

const owner = PersonId.parse('018f0c5e-0000-7000-8000-000000000101');
const leader = PersonId.parse('018f0c5e-0000-7000-8000-000000000102');
const head = PersonId.parse('018f0c5e-0000-7000-8000-000000000103');
const about = (countedFrom = '2026-11-20'): AlertSubject => ({
  alertId: 'overdue:action',
  kind: 'overdue',
  subjectId: 'action',
  unitIds: [UnitId.parse('974552876')],
  serviceIds: [],
  personIds: [owner],
  month: null,
  countedFrom: day(countedFrom),
});
const send = (step: number, changes: Partial<SendStep> = {}): SendStep => ({
  type: 'SendStep',
  about: about(),
  step,
  on: day('2026-11-23'),
  to: [{ personId: owner, as: 'owner' }],
  skipped: [],
  ...changes,
});
const sent = (step: number, countedFrom?: string) =>
  AlertSent({
    ...about(countedFrom),
    step,
    on: day('2026-11-23'),
    to: [{ personId: owner, as: 'owner' }],
    skipped: [],
  });
const to = (personId: PersonId) => ({ personId, as: 'unit-leader' as const });
const sentTo = (step: number, ...people: readonly PersonId[]) =>
  AlertSent({ ...about(), step, on: day('2026-11-23'), to: people.map(to), skipped: [] });
/** The step of the service unit leader. */
const sentToHead = (step = 15) =>
  AlertSent({
    ...about(),
    step,
    on: day('2026-12-11'),
    to: [{ personId: head, as: 'service-unit-leader' }],
    skipped: [],
  });
const holdBack = (step: number): HoldStepBack => ({
  type: 'HoldStepBack',
  about: about(),
  step,
  on: day('2026-11-23'),
});
const heldBack = (step: number) => AlertHeldBack({ ...about(), step, on: day('2026-11-23') });
const release = { type: 'ReleaseAlert', on: day('2026-11-24') } as const;
const released = AlertReleased({ on: day('2026-11-24') });
const snooze = (changes: Partial<SnoozeAlert> = {}): SnoozeAlert => ({
  type: 'SnoozeAlert',
  on: day('2026-11-24'),
  until: day('2026-11-30'),
  reason: 'Venter på svar fra foresatte',
  ...changes,
});
const snoozed = AlertSnoozed({
  on: day('2026-11-24'),
  until: day('2026-11-30'),
  reason: 'Venter på svar fra foresatte',
});

accepts('a first step').given().when(send(1)).then(sent(1));
accepts('the same step again, without telling anybody twice').given(sent(1)).when(send(1)).then();
accepts('the same step for somebody who has taken over, and for nobody who was told before')
  .given(sent(1), sentTo(6, leader))
  .when(send(6, { to: [to(owner), to(leader), to(head)] }))
  .then(sentTo(6, head));
accepts('no second telling of somebody who has taken over')
  .given(sentTo(6, leader), sentTo(6, head))
  .when(send(6, { to: [to(head)] }))
  .then();
accepts('a higher step for everybody, whoever was told before')
  .given(sentTo(6, leader), sentTo(6, head))
  .when(send(10, { to: [to(leader), to(head)] }))
  .then(sentTo(10, leader, head));
accepts('the release of nothing that waited, when somebody has taken over')
  .given(sentTo(1, leader), heldBack(6))
  .when(send(1, { to: [to(head)] }))
  .then();
accepts('a lower step after a higher one, without telling anybody').given(sent(6)).when(send(1)).then();
accepts('a higher step').given(sent(1)).when(send(6)).then(sent(6));
accepts('the steps anew when the day was moved')
  .given(sent(6))
  .when(send(-3, { about: about('2026-12-11') }))
  .then(sent(-3, '2026-12-11'));
accepts('a step with the lower ones that were passed untold, and whom it tells as whom')
  .given()
  .when(send(6, { skipped: [1], to: [{ personId: leader, as: 'unit-leader' }] }))
  .then(
    AlertSent({
      ...about(),
      step: 6,
      on: day('2026-11-23'),
      to: [{ personId: leader, as: 'unit-leader' }],
      skipped: [1],
    }),
  );

accepts('an old step that waits').given().when(holdBack(6)).then(heldBack(6));
accepts('a step that waits already').given(heldBack(6)).when(holdBack(6)).then();
accepts('no waiting for a step that was told').given(sent(6)).when(holdBack(6)).then();
accepts('no telling while the step waits').given(heldBack(6)).when(send(6)).then();
accepts('a higher step while a lower one waits').given(heldBack(6)).when(send(10)).then(sent(10));
accepts('the release of a step that waits').given(heldBack(6)).when(release).then(released);
accepts('the step after its release').given(heldBack(6), released).when(send(6)).then(sent(6));
refuses('a release where nothing waits').given(sent(6)).when(release).with('ALERT_NOT_WAITING');
refuses('a second release').given(heldBack(6), released).when(release).with('ALERT_NOT_WAITING');

accepts('to put an alert aside, with a reason').given(sent(1)).when(snooze()).then(snoozed);
accepts('a new step while it is put aside').given(sent(1), snoozed).when(send(6)).then(sent(6));
refuses('to put an alert aside a second time, also after a new step')
  .given(sent(1), snoozed, sent(6))
  .when(snooze())
  .with('ALERT_SNOOZED_BEFORE');
accepts('to put it aside again when its day was moved')
  .given(sent(1), snoozed, sent(-3, '2026-12-11'))
  .when(snooze())
  .then(snoozed);
refuses('to put aside what nobody was told').given().when(snooze()).with('ALERT_NOT_SENT');
refuses('to put an alert aside until today')
  .given(sent(1))
  .when(snooze({ until: day('2026-11-24') }))
  .with({ rule: 'SNOOZE_NOT_AHEAD', at: 'until' });
accepts('to put an alert aside for thirty days')
  .given(sent(1))
  .when(snooze({ until: day('2026-12-24') }))
  .then(AlertSnoozed({ on: day('2026-11-24'), until: day('2026-12-24'), reason: 'Venter på svar fra foresatte' }));
refuses('to put an alert aside for thirty-one days, and a national number, naming both')
  .given(sent(1))
  .when(snooze({ until: day('2026-12-25'), reason: 'gjelder 01019012345' }))
  .with({ rule: 'NATIONAL_NUMBER_ON_ALERT', at: 'reason' }, { rule: 'SNOOZE_TOO_LONG', at: 'until' });

accepts('a question to the owner')
  .given(sentToHead())
  .when({ type: 'AskOwner', by: head, on: day('2026-12-11'), note: 'Trenger du hjelp?', facts: { ownerId: owner } })
  .then(OwnerAsked({ on: day('2026-12-11'), ownerId: owner, note: 'Trenger du hjelp?' }));
refuses('a question where nobody owns the action')
  .given(sentToHead())
  .when({ type: 'AskOwner', by: head, on: day('2026-12-11'), note: null, facts: { ownerId: null } })
  .with('NO_OWNER_TO_ASK');
refuses('a national number in a question')
  .given(sentToHead())
  .when({ type: 'AskOwner', by: head, on: day('2026-12-11'), note: '010190 12345', facts: { ownerId: owner } })
  .with({ rule: 'NATIONAL_NUMBER_ON_ALERT', at: 'note' });
accepts('a note')
  .given(sent(15))
  .when({ type: 'NoteOnAlert', on: day('2026-12-11'), note: 'Snakket med skolen' })
  .then(AlertNoted({ on: day('2026-12-11'), note: 'Snakket med skolen' }));
refuses('a note on what nobody was told')
  .given()
  .when({ type: 'NoteOnAlert', on: day('2026-12-11'), note: 'Snakket med skolen' })
  .with('ALERT_NOT_SENT');
refuses('a question, and the mark, of a person whom the step did not tell as leader of the service or coordinator')
  .given(sentToHead())
  .when({ type: 'AskOwner', by: owner, on: day('2026-12-11'), note: null, facts: { ownerId: owner } })
  .with('ALERT_NOT_YOURS_TO_HANDLE');
refuses('the mark of an owner, who would silence the steps to come')
  .given(sent(1))
  .when({ type: 'HandleAlert', by: owner, on: day('2026-11-24'), note: null })
  .with('ALERT_NOT_YOURS_TO_HANDLE');
accepts('to mark an alert as handled')
  .given(sentToHead())
  .when({ type: 'HandleAlert', by: head, on: day('2026-12-11'), note: null })
  .then(AlertHandled({ on: day('2026-12-11'), note: null }));
accepts('no further step once it is handled')
  .given(sent(10), AlertHandled({ on: day('2026-12-11'), note: null }))
  .when(send(15))
  .then();
accepts('the steps of another day after it was handled')
  .given(sent(10), AlertHandled({ on: day('2026-12-11'), note: null }))
  .when(send(1, { about: about('2027-01-15') }))
  .then(sent(1, '2027-01-15'));
refuses('to mark it as handled twice')
  .given(sentToHead(), AlertHandled({ on: day('2026-12-11'), note: null }))
  .when({ type: 'HandleAlert', by: head, on: day('2026-12-12'), note: null })
  .with('ALERT_HANDLED');
