import type { DomainEvent, Recorded } from '#platform/kernel';

/**
 * A command that follows from an event, and its stream. Run at least once; its command id is derived from the event.
 */
export interface Reaction<Command extends object = object> {
  /** Category of the stream, such as `action`. */
  readonly to: string;
  readonly id: string;
  readonly command: Command;
}

/** A reaction to the durable log, named as a sentence; pure. Does not run while read models are rebuilt. */
export interface Policy<Event extends DomainEvent = DomainEvent> {
  readonly name: string;
  readonly when: { readonly [E in Event as E['type']]?: When<E> };
  /** Reactions to a refused reaction, so that a person is told of it; pure. Their own refusals are only counted. */
  refused?(this: void, event: Recorded<Event>, reaction: Reaction, rules: readonly string[]): readonly Reaction[];
}
interface When<E extends DomainEvent> {
  /** A method rather than a function property, so that one list may contain policies of different events. */
  react(this: void, event: Recorded<E>): readonly Reaction[];
}
export const policy = <Event extends DomainEvent>(it: Policy<Event>): Policy<Event> => it;
