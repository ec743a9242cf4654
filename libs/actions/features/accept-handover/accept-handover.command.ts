import { Command } from '@nestjs/cqrs';

import type { ActionId } from '#platform/kernel';
import type { Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import type { ActionRule } from '../../domain/action/action.rules.js';

export class AcceptHandover extends Command<Outcome<ActionRule>> {
  constructor(
    readonly actionId: ActionId,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}
