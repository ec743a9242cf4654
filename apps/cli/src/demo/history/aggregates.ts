import type { EventCatalog, EventStore } from '#platform/event-store';
import type { Clock } from '#platform/kernel';
import type { AnyStreams } from '#platform/policies';
import { contexts } from '../../../../composition/src/index.js';

/** The name and rules of an aggregate. */
export type Aggregate = Pick<AnyStreams, 'category' | 'decider'>;

/** Every aggregate of the application, with its rules on the clock's day; nothing is read from a log. */
export const aggregatesOn = (clock: Clock, catalog: EventCatalog): readonly Aggregate[] =>
  contexts.flatMap(({ streams }) => streams.map((type) => new type(NO_STORE, catalog, clock)));

const none = (): never => {
  throw new Error('A history reads no log');
};
const NO_STORE: EventStore = {
  read: none,
  append: none,
  readAll: none,
  subscribe: none,
  head: none,
  countAfter: none,
};
