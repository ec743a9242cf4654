import type { Decider } from '#platform/kernel';
import { EventPassedOver, type OperatorEvent } from '../../contract/index.js';

export interface PassOver {
  readonly type: 'PassOver';
  readonly kind: 'read-model' | 'policy';
  readonly name: string;
  readonly eventId: string;
  readonly reason: string;
}

/** Operators' decisions about the followers of a municipality's events: the events to skip. */
export interface Operator {
  readonly passedOver: readonly string[];
}

const keyOf = ({ kind, name, eventId }: Pick<PassOver, 'kind' | 'name' | 'eventId'>) => `${kind}:${name}:${eventId}`;

/** Passing over an event a second time changes nothing. */
export const operator: Decider<Operator, PassOver, OperatorEvent, never> = {
  initialState: { passedOver: [] },
  decide: ({ type: _, ...decision }, { passedOver }) =>
    passedOver.includes(keyOf(decision)) ? [] : [EventPassedOver(decision)],
  evolve: ({ passedOver }, { data }) => ({ passedOver: [...passedOver, keyOf(data)] }),
};
