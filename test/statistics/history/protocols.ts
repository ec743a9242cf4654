import type { Protocol } from '#meetings/contract';
import { addDays, type CalendarDate, type TimeOfDay } from '#platform/kernel';
import { AGE_BANDS, PEOPLE, SERVICES, type Story } from './story.js';

export type Action = Protocol['actions'][number];
/** A correction of a protocol: its actions before and after. */
export interface Correction {
  readonly before: readonly Action[];
  readonly after: readonly Action[];
  readonly on: CalendarDate;
  readonly version: number;
}

export function protocolOf(story: Story, heldOn: CalendarDate): Protocol {
  const { random } = story;
  const matters = Array.from({ length: random.between(0, 3) }, () => matter(story));
  const actions = Array.from({ length: random.between(1, 4) }, () => contentOf(story, heldOn, matters));
  return {
    heldOn,
    startedAt: '12:00' as TimeOfDay,
    endedAt: null,
    place: null,
    digital: false,
    chairId: null,
    minuteTakerId: null,
    participants: participants(story),
    earlierActions: [],
    matters,
    actions,
    nextMeetingOn: null,
  };
}

function participants(story: Story): Protocol['participants'] {
  const { random } = story;
  return Array.from({ length: random.between(1, 4) }, () => ({
    personId: random.pick(PEOPLE) as never,
    role: null,
    unitId: null,
    serviceId: random.pick([null, ...SERVICES]) as never,
    attendance: random.pick(['present', 'deputy', 'absent'] as const),
    deputyId: null,
  }));
}

function matter(story: Story): Protocol['matters'][number] {
  const { random } = story;
  const matter = { matterId: story.id('matter'), topic: 'language', cause: null } as const;
  return random.chance(0.6)
    ? { ...matter, kind: 'anonymous', ageBand: random.pick(AGE_BANDS), setting: 'home' }
    : { ...matter, kind: 'system', heading: 'Rutiner' };
}

function contentOf(story: Story, heldOn: CalendarDate, matters: Protocol['matters']): Action {
  const { random } = story;
  const dueOn = addDays(heldOn, random.between(5, 90));
  const nok = random.chance(0.15) ? random.between(0, 90) * 1000 : null;
  const hours = random.chance(0.15) ? random.between(1, 80) : null;
  const action = {
    actionId: story.id('action') as never,
    text: 'Følge opp',
    ownerId: random.pick(PEOPLE) as never,
    ownerServiceId: random.pick([null, ...SERVICES]) as never,
    dueOn,
    followUpOn: addDays(heldOn, random.between(3, 70)),
    level: random.pick(['individual', 'group', 'system'] as const),
    category: random.pick(['guidance', 'referral', 'other'] as const),
    approach: random.pick(['preventive', 'compensating', null] as const),
    contributors: Array.from({ length: random.between(0, 2) }, () => ({
      personId: null,
      serviceId: random.pick([null, ...SERVICES]) as never,
    })),
    resources: nok === null && hours === null ? null : { nok, hours },
    wantedEffect: null,
    matterId: random.chance(0.6) && matters.length > 0 ? random.pick(matters).matterId : null,
  };
  // Imported history may lack a date, although the shape has it.
  if (random.chance(0.03)) delete (action as Partial<typeof action>).followUpOn;
  return action;
}

export function corrected(story: Story, protocol: Protocol, heldOn: CalendarDate): Protocol {
  const { random } = story;
  const kept = protocol.actions.filter(() => random.chance(0.85));
  const actions = [...kept, ...(random.chance(0.3) ? [contentOf(story, heldOn, protocol.matters)] : [])];
  return {
    ...protocol,
    heldOn,
    participants: random.chance(0.5) ? participants(story) : protocol.participants,
    matters: random.chance(0.3) ? [...protocol.matters, matter(story)] : protocol.matters,
    actions: actions.map((action) =>
      random.chance(0.3)
        ? {
            ...action,
            level: random.pick(['individual', 'group'] as const),
            dueOn: addDays(action.dueOn, random.between(1, 30)),
          }
        : action,
    ),
  };
}
