import { specification } from '../../../platform/kernel/specification.js';
import { meeting } from './meeting.decider.js';
import {
  adviser,
  draftAction,
  fileProtocol,
  head,
  otherUnitId,
  participant,
  person,
  planned,
} from './meeting.examples.js';

const a = specification('a protocol', meeting);
const refusal = (what: string, changes: Parameters<typeof fileProtocol>[0]) =>
  a.refuses(what).given(planned()).when(fileProtocol(changes));

refusal('that nobody came', { participants: [] }).with('NOBODY_FROM_UNIT', 'NOBODY_FROM_SERVICE');
refusal('that nobody from the unit was there', {
  participants: [participant(head, 'absent'), participant(adviser)],
}).with({
  rule: 'NOBODY_FROM_UNIT',
  at: 'participants',
});
refusal('that nobody from a service was there', { participants: [participant(head)] }).with({
  rule: 'NOBODY_FROM_SERVICE',
  at: 'participants',
});
refusal('that the unit’s own people are counted as another unit’s', {
  participants: [{ ...participant(head), unitId: otherUnitId }, participant(adviser)],
}).with('NOBODY_FROM_UNIT');
refusal('that it is not said who came', { participants: [participant(head), participant(adviser, null)] }).with(
  { rule: 'ATTENDANCE_NOT_STATED', at: 'participants.1.attendance' },
  'NOBODY_FROM_SERVICE',
);
refusal('people whom the registry does not know', {
  chairId: person(8),
  participants: [participant(head), participant(adviser), { ...participant(person(9), 'deputy'), deputyId: person(7) }],
  actions: [draftAction({ contributors: [{ personId: person(6), serviceId: null }] })],
}).with(
  { rule: 'PERSON_UNKNOWN', at: 'participants.2.personId' },
  { rule: 'PERSON_UNKNOWN', at: 'participants.2.deputyId' },
  { rule: 'PERSON_UNKNOWN', at: 'chairId' },
  { rule: 'PERSON_UNKNOWN', at: 'actions.0.contributors.0.personId' },
);
