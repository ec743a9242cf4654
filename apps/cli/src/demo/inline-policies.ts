import { isRefused, type DomainEvent, type Recorded } from '#platform/kernel';
import { followsFrom, type AnyStreams, type Policy } from '#platform/policies';
import type { FollowUp } from './demo-commands.js';

/**
 * Executes the consequences of an event at once, with the runner's own command ids, so that the runner finds them done.
 */
export function inline(policies: readonly Policy[], streams: readonly AnyStreams[]): FollowUp {
  const byCategory = new Map(streams.map((each) => [each.category, each]));
  const carryOut = async (event: Recorded<DomainEvent>): Promise<void> => {
    const tasks = policies.flatMap((policy) => followsFrom(policy, event));
    const byStream = Map.groupBy(tasks, ({ reaction }) => `${reaction.to}-${reaction.id}`);
    await Promise.all([...byStream.entries()].map(([stream, chain]) => inOrder(stream, chain)));
  };
  const inOrder = async (stream: string, chain: ReturnType<typeof followsFrom>): Promise<void> => {
    for (const { reaction, context } of chain) {
      const outcome = await byCategory.get(reaction.to)!.run(reaction.id, reaction.command, context);
      if (isRefused(outcome))
        throw new Error(`On ${stream} was refused: ${outcome.refused.map(({ rule }) => rule).join(', ')}`);
    }
  };
  return carryOut;
}
