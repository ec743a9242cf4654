import { describe, expect, test } from '@jest/globals';
import { isPublicHoliday } from '#platform/holidays';
import { addDays, days, type CalendarDate, type SchoolYear } from '#platform/kernel';
import { DEFAULT_SETTINGS, type PersonDto } from '#registry/contract';
import { action, day, meeting, month, person, unit } from '../alerts.examples.js';
import { NO_STEPS, type AlertSteps } from '../alert-steps/alert-steps.state.js';
import { people, roundFacts, table, told } from './round.examples.js';
import { roundOn, type RoundFacts } from './round.js';

describe('an action over its due date', () => {
  // Due on Friday 20 November 2026; its follow-up is far ahead.
  const late = action({
    dueOn: day('2026-11-20'),
    followUpOn: day('2028-06-01'),
    ownerServiceId: 'ppt',
    serviceIds: ['ppt'],
  });
  test('is told three working days before, on its day, the day after, and then higher and higher', () =>
    expect(table(told('2026-11-01', '2026-12-31', () => ({ actions: [late] })))).toEqual([
      '2026-11-17 overdue:action -3: owner',
      '2026-11-20 overdue:action 0: owner',
      '2026-11-23 overdue:action 1: owner',
      '2026-11-30 overdue:action 6: leader',
      '2026-12-04 overdue:action 10: coordinator',
      '2026-12-11 overdue:action 15: head',
    ]));
  test('tells the coordinator in place of a service unit leader that its owner does not have', () =>
    expect(
      table(told('2026-12-05', '2026-12-31', () => ({ actions: [{ ...late, ownerServiceId: null }] }))).slice(-1),
    ).toEqual(['2026-12-11 overdue:action 15: coordinator']));
  test('tells the coordinator in place of a unit leader that its unit does not have', () =>
    expect(
      told('2026-11-30', '2026-11-30', () => ({
        actions: [late],
        people: people.filter(({ personId }) => personId !== 'leader'),
      })),
    ).toEqual([{ on: '2026-11-30', line: 'overdue:action 6: coordinator' }]));
  test('begins anew when its due date is moved', () => {
    const moved = (today: CalendarDate) => ({
      actions: [today < '2026-11-24' ? late : { ...late, dueOn: day('2026-12-04') }],
    });
    expect(table(told('2026-11-16', '2026-12-08', moved))).toEqual([
      '2026-11-17 overdue:action -3: owner',
      '2026-11-20 overdue:action 0: owner',
      '2026-11-23 overdue:action 1: owner',
      '2026-12-01 overdue:action -3: owner',
      '2026-12-04 overdue:action 0: owner',
      '2026-12-07 overdue:action 1: owner',
    ]);
  });
  test('is silent once it is done, and while it is an orphan', () => {
    const done = (today: CalendarDate) => ({ actions: today < '2026-11-23' ? [late] : [] });
    expect(table(told('2026-11-19', '2026-12-31', done))).toEqual([
      '2026-11-19 overdue:action -3: owner',
      '2026-11-20 overdue:action 0: owner',
    ]);
    const left = people.map((each) =>
      each.personId === 'owner' ? person('owner', { serviceId: 'ppt', to: day('2026-11-24') }) : each,
    );
    expect(table(told('2026-11-23', '2026-12-31', () => ({ actions: [late], people: left })))).toEqual([
      '2026-11-23 overdue:action 1: owner',
      '2026-11-25 orphan:action 0: coordinator',
    ]);
  });
  test('waits through Christmas', () => {
    const due = (dueOn: string) => () => ({ actions: [{ ...late, dueOn: day(dueOn) }] });
    const closed = [{ from: day('2026-12-22'), to: day('2027-01-03'), reason: 'juleferie' }];
    const firstDay = day('2026-08-17');
    const calendars = [
      { schoolYear: 2026 as SchoolYear, kind: 'school' as const, firstDay, lastDay: day('2027-06-18'), closed },
    ];
    expect(table(told('2026-12-21', '2027-01-10', () => ({ ...due('2026-12-18')(), calendars })))).toEqual([
      '2026-12-21 overdue:action 1: owner',
      '2027-01-08 overdue:action 6: leader',
    ]);
  });
  test('tells a person once who holds two posts', () => {
    const both = [
      person('owner', { serviceId: 'ppt' }, { role: 'unit-leader', unitId: 'school' }),
      person('coordinator', { role: 'coordinator' }),
    ];
    expect(table(told('2026-11-30', '2026-11-30', () => ({ actions: [late], people: both })))).toEqual([
      '2026-11-30 overdue:action 6: owner',
    ]);
  });
});

test('a missed follow-up is told its owner the day after, then the unit leader and the coordinator', () => {
  const waiting = action({ dueOn: day('2027-06-01'), followUpOn: day('2026-11-20') });
  expect(table(told('2026-11-01', '2026-12-31', () => ({ actions: [waiting] })))).toEqual([
    '2026-11-23 follow-up-missed:action 1: owner',
    '2026-11-30 follow-up-missed:action 6: leader',
    '2026-12-04 follow-up-missed:action 10: coordinator',
  ]);
  const done = { ...waiting, followedUpOn: day('2026-11-20') };
  expect(told('2026-11-01', '2026-12-31', () => ({ actions: [done] }))).toEqual([]);
});

test('a protocol is asked for before it is late, then when it is', () =>
  expect(
    table(told('2026-11-01', '2026-11-30', () => ({ meetings: [meeting('2026-11-06', { filedOn: null })] }))),
  ).toEqual([
    '2026-11-11 protocol-late:meeting 2026-11-06 3: leader',
    '2026-11-16 protocol-late:meeting 2026-11-06 6: leader',
    '2026-11-20 protocol-late:meeting 2026-11-06 10: coordinator',
  ]));

describe('a unit that must meet', () => {
  const units = [unit('school', { obligations: [{ from: day('2026-11-01'), obliged: true, reason: null }] })];
  test('is told ten and three working days before the end of a month without a plan, then that it is missing', () =>
    // 16 November is the day after which ten working days are left, 25 November that after which three are.
    expect(
      table(told('2026-11-01', '2026-12-14', () => ({ units }))).filter((row) => row.includes('2026-11 ')),
    ).toEqual([
      '2026-11-16 month-unplanned:school/2026-11 -10: leader',
      '2026-11-25 month-unplanned:school/2026-11 -3: coordinator',
      '2026-12-03 month-missing:school/2026-11 3: leader',
      '2026-12-14 month-missing:school/2026-11 10: coordinator',
    ]));
  test('is told nothing about a month with a meeting planned, held or exempted', () => {
    const planned = [{ meetingId: 'm', unitIds: ['school'], plannedOn: day('2026-11-27') }];
    const of = (changes: Partial<RoundFacts>) => told('2026-11-01', '2026-11-30', () => ({ units, ...changes }));
    expect(of({ planned }).filter(({ on }) => on <= '2026-11-27')).toEqual([]);
    expect(of({ meetings: [meeting('2026-11-03')] })).toEqual([]);
    expect(of({ exemptions: [{ unitId: 'school', month: month('2026-11') }] })).toEqual([]);
  });
  test('is told of a meeting that nobody reported, and then of the month alone', () => {
    const planned = [{ meetingId: 'm', unitIds: ['school'], plannedOn: day('2026-11-24') }];
    expect(table(told('2026-11-01', '2026-12-04', () => ({ units, planned })))).toEqual([
      '2026-11-27 meeting-unconfirmed:m 3: leader',
      '2026-12-03 month-missing:school/2026-11 3: leader',
    ]);
  });
  test('is left alone for three working days after the coordinator called', () => {
    const lastContact = (today: CalendarDate) => () => (today < '2026-12-02' ? undefined : day('2026-12-02'));
    expect(
      table(told('2026-12-01', '2026-12-10', (today) => ({ units, lastContact: lastContact(today) }))).slice(0, 1),
    ).toEqual(['2026-12-07 month-missing:school/2026-11 3: leader']);
  });
});

test('a handover that waits is told both, then the coordinator', () => {
  const offered = action({
    dueOn: day('2027-06-01'),
    followUpOn: day('2027-06-01'),
    offer: { to: 'receiver', on: day('2026-11-20') },
  });
  const all = [...people, person('receiver', { serviceId: 'ppt' })];
  expect(table(told('2026-11-20', '2026-12-31', () => ({ actions: [offered], people: all })))).toEqual([
    '2026-11-27 handover-waiting:action 5: receiver, owner',
    '2026-12-04 handover-waiting:action 10: coordinator',
  ]);
});

test('a request for more time is told to those who may move the due date, and waits for them', () => {
  const asking = (today: CalendarDate) => ({
    actions: [
      action({
        dueOn: day('2027-05-31'),
        followUpOn: day('2027-06-01'),
        // Asked on a Friday and once more the week after: the steps begin anew.
        moreTimeAskedOn: today < '2026-11-26' ? day('2026-11-20') : today < '2026-12-20' ? day('2026-11-26') : null,
      }),
    ],
  });
  expect(table(told('2026-11-21', '2026-12-31', asking))).toEqual([
    '2026-11-23 more-time-asked:action 0: leader',
    '2026-11-26 more-time-asked:action 0: leader',
    '2026-12-10 more-time-asked:action 10: coordinator',
  ]);
});

test('a request for more time of an owner who has left waits until the action has another', () => {
  const asking = () => ({
    actions: [action({ ownerId: 'gone', followUpOn: day('2027-06-01'), moreTimeAskedOn: day('2026-11-20') })],
  });
  expect(table(told('2026-11-23', '2026-11-23', asking)).filter((line) => line.includes('more-time'))).toEqual([]);
});

test('a service absent twice running is told its leader in the next round, once while it stays away', () => {
  const absent = (today: CalendarDate) => ({
    absences: [
      {
        serviceId: 'ppt',
        unitId: 'school',
        times: today < '2026-12-01' ? 2 : 3,
        firstOn: day('2026-10-20'),
        lastOn: day(today < '2026-12-01' ? '2026-11-20' : '2026-11-30'),
      },
    ],
  });
  expect(table(told('2026-11-21', '2026-12-31', absent))).toEqual(['2026-11-23 service-absent:ppt/school 0: head']);
});

describe('after days without a round', () => {
  const actions = Array.from({ length: 60 }, (_, i) =>
    action({
      actionId: `a${i + 1}`,
      dueOn: addDays(day('2026-11-23'), -i - 1),
      followUpOn: day('2027-06-01'),
      ownerServiceId: 'ppt',
    }),
  );
  const round = (isCatchUp: boolean, stepsOf: RoundFacts['stepsOf'] = () => undefined) =>
    roundOn(day('2026-11-23'), roundFacts({ actions, stepsOf }), isCatchUp);

  test('only the highest passed step of each alert is told, and the lower ones are listed as skipped', () => {
    const sixteenDays = round(true).find(({ cause }) => cause.id === 'overdue:a24');
    // Due on 30 October: 16 working days before 23 November.
    expect(sixteenDays).toMatchObject({ step: 15, skipped: [-3, 0, 1, 6, 10], isHeldBack: false });
  });
  test('a step that was due more than five working days ago waits, and is told when it is released', () => {
    const old = round(true).filter(({ isHeldBack }) => isHeldBack);
    // The step of 15 working days is old at 21: due on Sunday 25 October, 29 days before, or earlier.
    expect(old.map(({ cause }) => cause.subjectId)).toEqual(actions.slice(28).map(({ actionId }) => actionId));
    const waiting = { ...NO_STEPS, countedFrom: actions[59]!.dueOn, waiting: 15 };
    const stepOfLast = (steps: AlertSteps) =>
      round(false, (id) => (id === 'overdue:a60' ? steps : undefined)).filter(
        ({ cause }) => cause.id === 'overdue:a60',
      );
    expect(stepOfLast(waiting)).toEqual([]);
    expect(stepOfLast({ ...waiting, isReleased: true })).toMatchObject([{ step: 15, isHeldBack: false }]);
  });
  test('nothing waits in a round that follows another', () => {
    expect(round(false).filter(({ isHeldBack }) => isHeldBack)).toEqual([]);
  });
});

test('no step goes out on a weekend or a public holiday', () => {
  const actions = [action({ dueOn: day('2026-11-20'), followUpOn: day('2026-11-20') })];
  for (const today of days(day('2026-11-01'), day('2027-05-31')))
    if (isPublicHoliday(today) || [0, 6].includes(new Date(today).getUTCDay()))
      expect(roundOn(today, roundFacts({ actions }), false)).toEqual([]);
});

test('a municipality’s own ladder replaces a kind’s steps', () => {
  const settings = { ...DEFAULT_SETTINGS, ladder: { overdue: [{ workingDays: 2, to: ['unit-leader' as const] }] } };
  const actions = [action({ dueOn: day('2026-11-20'), followUpOn: day('2027-06-01') })];
  expect(table(told('2026-11-01', '2026-12-31', () => ({ actions, settings })))).toEqual([
    '2026-11-24 overdue:action 2: leader',
  ]);
});

describe('while somebody is away', () => {
  const late = action({ dueOn: day('2026-11-20'), followUpOn: day('2028-06-01') });
  const standIn = { from: day('2026-11-23'), to: day('2026-12-01') };
  const staff: readonly PersonDto[] = [
    person('owner', { serviceId: 'ppt' }),
    person('owner’s substitute', { serviceId: 'ppt', ...standIn, standsInFor: 'owner' }),
    person('leader', { role: 'unit-leader', unitId: 'school' }),
    person('leader’s substitute', { role: 'unit-leader', unitId: 'school', ...standIn, standsInFor: 'leader' }),
    person('coordinator', { role: 'coordinator' }),
  ];

  test('their substitutes are told in their place, as owner and as leader', () =>
    expect(table(told('2026-11-16', '2026-12-05', () => ({ actions: [late], people: staff })))).toEqual([
      '2026-11-17 overdue:action -3: owner',
      '2026-11-20 overdue:action 0: owner',
      '2026-11-23 overdue:action 1: owner’s substitute',
      '2026-11-30 overdue:action 6: leader’s substitute',
      '2026-12-04 overdue:action 10: coordinator',
    ]));
});
