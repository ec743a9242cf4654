import type { CalendarDate, Decider, DomainEvent } from '#platform/kernel';

/** A command with the day it is given. */
export type Dated<Command> = Command & { readonly today: CalendarDate };

/** The decider with the day added to each of its commands. */
export const withToday = <State, Command, Event extends DomainEvent, Rule extends string>(
  decider: Decider<State, Dated<Command>, Event, Rule>,
  today: () => CalendarDate,
): Decider<State, Command, Event, Rule> => ({
  ...decider,
  decide: (command, state) => decider.decide({ ...command, today: today() }, state),
});
