import type { DomainEvent, Recorded } from '#platform/kernel';

/** A command that follows from an event: to which stream, and what. Run at least once; its command id is made from the event. */
export interface Reaction<Command extends object = object> {
  /** Category of the stream, such as `action`. */
  readonly to: string;
  readonly id: string;
  readonly command: Command;
}

/** A reaction to the durable log, named as a sentence; pure. Off while read models are rebuilt. */
export interface Policy<Event extends DomainEvent = DomainEvent> {
  readonly name: string;
  readonly when: { readonly [E in Event as E['type']]?: When<E> };
  /** Reactions to a reaction that was refused, so that somebody is told of it; pure. Their own refusals are only counted. */
  refused?(this: void, event: Recorded<Event>, reaction: Reaction, rules: readonly string[]): readonly Reaction[];
}
interface When<E extends DomainEvent> {
  /** A method, so that a list may hold policies of many events. */
  react(this: void, event: Recorded<E>): readonly Reaction[];
}
export const policy = <Event extends DomainEvent>(it: Policy<Event>): Policy<Event> => it;
