import { Controller, Body } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import type { CommandContext, Outcome } from '#platform/streams';
import { Ladder } from '../contract/index.js';
import type { MunicipalityRule } from '../domain/municipality/municipality.decider.js';
import { MunicipalityStreams } from '../streams/registry.streams.js';

export const ChangeLadderBody = Ladder;
export type ChangeLadderBody = z.infer<typeof ChangeLadderBody>;

/** Changes whom alerts are told to and when, and no other setting. */
export class ChangeLadder extends Command<Outcome<MunicipalityRule>> {
  constructor(
    readonly body: ChangeLadderBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeLadder)
export class ChangeLadderHandler implements ICommandHandler<ChangeLadder> {
  constructor(private readonly municipalities: MunicipalityStreams) {}

  execute({ body, context }: ChangeLadder) {
    return this.municipalities.run(context.tenant, { type: 'ChangeLadder', ladder: body }, context);
  }
}

@Controller('municipality')
export class ChangeLadderController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: 'ladder',
    right: 'registry.manage',
    summary: 'Change whom alerts are told to and when. Kinds that are left out have the default steps.',
  })
  handle(@Body({ schema: ChangeLadderBody }) body: ChangeLadderBody, @Commanded() context: CommandContext) {
    return this.commands.execute(new ChangeLadder(body, context));
  }
}
