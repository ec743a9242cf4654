import type { Decider } from '#platform/kernel';
import { EventPassedOver, type OperatorEvent } from '../../contract/index.js';
import type { OperatorCommand, PassOver } from './operator.commands.js';
import type { Operator } from './operator.state.js';

/** No command is refused. */
export type OperatorRule = never;

const keyOf = ({ kind, name, eventId }: Pick<PassOver, 'kind' | 'name' | 'eventId'>) => `${kind}:${name}:${eventId}`;

/** Passing over an event a second time changes nothing. */
export const operator: Decider<Operator, OperatorCommand, OperatorEvent, OperatorRule> = {
  initialState: { passedOver: [] },
  decide: ({ type: _, ...decision }, { passedOver }) =>
    passedOver.includes(keyOf(decision)) ? [] : [EventPassedOver(decision)],
  evolve: ({ passedOver }, { data }) => ({ passedOver: [...passedOver, keyOf(data)] }),
};
