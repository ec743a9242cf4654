import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { replyIn } from './reply.js';

const reply = (lines: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'METHOD:REPLY', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join(
    '\r\n',
  );
const UID = 'UID:018f0c5e-0000-7000-8000-000000000401@samspill';

// As Outlook, Google Calendar and Apple Calendar write them.
test.each([
  [['ATTENDEE;PARTSTAT=ACCEPTED;CN=Kari Nordmann:MAILTO:kari@example.no', UID, 'SEQUENCE:1'], 'accepted', 1],
  [
    ['ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED;CN=K:mailto:Kari@Example.no', UID],
    'declined',
    0,
  ],
  [['ATTENDEE;PARTSTAT=TENTATIVE:mailto:kari@example.no', UID, 'SEQUENCE:0', 'COMMENT:Kanskje'], 'tentative', 0],
] as const)('an answer is read: %j', (lines, answer, sequence) =>
  expect(replyIn(reply(lines))).toEqual({
    meetingId: '018f0c5e-0000-7000-8000-000000000401',
    attendee: 'kari@example.no',
    answer,
    sequence,
  }),
);

test.each([
  ['no calendar at all', 'hello'],
  ['an appointment of another system', reply(['UID:1@outlook', 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.no'])],
  ['no answer', reply([UID, 'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:a@b.no'])],
  ['nobody', reply([UID])],
  ['a sequence that cannot be', reply([UID, 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.no', 'SEQUENCE:99999999999'])],
])('%s gives no answer', (_, file) => expect(replyIn(file)).toBeUndefined());

test('nothing that a stranger writes throws', () =>
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom(UID, 'ATTENDEE;PARTSTAT=ACCEPTED:x', 'BEGIN:VEVENT'))),
      (lines) => {
        expect(() => replyIn(reply(lines))).not.toThrow();
      },
    ),
    { seed: 20261130, numRuns: 300 },
  ));
