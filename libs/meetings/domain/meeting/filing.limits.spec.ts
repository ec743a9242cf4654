import { specification } from '../../../platform/kernel/specification.js';
import type { Protocol } from '../../contract/protocol.js';
import type { ProtocolDraft } from '../draft/protocol-draft.js';
import { meeting } from './meeting.decider.js';
import {
  adviser,
  anAction,
  day,
  draftAction,
  earlier,
  facts,
  filed,
  fileProtocol,
  head,
  held,
  openAction,
  participant,
  planned,
  ppt,
  time,
  unitId,
} from './meeting.examples.js';

// Limits of each filing rule, and cases that could be counted twice.
const a = specification('a protocol', meeting);
const meetingDay = day('2026-11-18');
const accepted = (what: string, changes: Partial<ProtocolDraft>) =>
  a
    .accepts(what)
    .given(planned(), held())
    .when(fileProtocol(changes))
    .then(filed(changes as Partial<Protocol>));

accepted('a meeting that ended in the minute it began', { endedAt: time('12:30') });
accepted('the next meeting on the day after', { nextMeetingOn: day('2026-11-19') });
accepted('a new action due, and followed up, on the day of the meeting', {
  actions: [draftAction({ dueOn: meetingDay, followUpOn: meetingDay })],
});
a.accepts('an open action that is changed and looked at again, and no new one')
  .given(planned(), held())
  .when(fileProtocol({ actions: [], earlierActions: [earlier({ outcome: 'changed', text: 'Nytt kurs' })] }))
  .then(
    filed({
      actions: [],
      earlierActions: [
        {
          outcome: 'changed',
          actionId: openAction.actionId,
          text: 'Nytt kurs',
          dueOn: day('2026-12-07'),
          followUpOn: day('2026-12-09'),
          reason: 'venter på kursplass',
        },
      ],
    }),
  );
a.refuses('an action of the unit that was abandoned or completed as all there is')
  .given(planned())
  .when(fileProtocol({ actions: [], earlierActions: [earlier({ outcome: 'completed' })] }))
  .with('PROTOCOL_WITHOUT_ACTIONS');

const anotherService = '018f0c5e-0000-7000-8000-000000000099' as typeof ppt;
const both = {
  facts: {
    ...facts,
    people: [
      { personId: head, active: true, unitIds: [unitId], serviceIds: [ppt] },
      { personId: adviser, active: true, unitIds: [unitId], serviceIds: [ppt] },
    ],
  },
};
const refused = (what: string, participants: ProtocolDraft['participants'], others = {}) =>
  a.refuses(what).given(planned()).when(fileProtocol({ participants }, others));

accepted('one each who sat there for the unit and for a service', {
  participants: [
    { ...participant(head), unitId },
    { ...participant(adviser), serviceId: ppt },
  ],
});
refused(
  'that all who came sat there for a service, though they have a role at the unit too',
  [head, adviser].map((it) => ({ ...participant(it), serviceId: ppt })),
  both,
).with({ rule: 'NOBODY_FROM_UNIT', at: 'participants' });
refused(
  'that all who came sat there for the unit, though they have a role in a service too',
  [head, adviser].map((it) => ({ ...participant(it), unitId })),
  both,
).with({ rule: 'NOBODY_FROM_SERVICE', at: 'participants' });
refused('that one sat there for a service that they are not of', [
  participant(head),
  { ...participant(adviser), serviceId: anotherService },
]).with({ rule: 'NOBODY_FROM_SERVICE', at: 'participants' });

// A draft's schema keeps texts short; a draft that bypassed it is still not filed.
a.refuses('what the log could not give back, even where no rule names it')
  .given(planned())
  .when(fileProtocol({ actions: [draftAction({ actionId: anAction(10), text: 'x'.repeat(501) })] }))
  .with({ rule: 'PROTOCOL_INCOMPLETE', at: 'actions.0.text' });
