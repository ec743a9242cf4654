import { Controller, Body } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import type { CommandContext, Outcome } from '#platform/streams';
import { SetupStep } from '../contract/index.js';
import type { MunicipalityRule } from '../domain/municipality/municipality.decider.js';
import { MunicipalityStreams } from '../streams/registry.streams.js';

export const ConfirmSetupStepBody = z.object({
  step: SetupStep.describe('`details`: name and language form; `settings`: every other rule of the municipality.'),
});
export type ConfirmSetupStepBody = z.infer<typeof ConfirmSetupStepBody>;

/** Records that the coordinator has looked at what a new municipality begins with; changes nothing else. */
export class ConfirmSetupStep extends Command<Outcome<MunicipalityRule>> {
  constructor(
    readonly body: ConfirmSetupStepBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ConfirmSetupStep)
export class ConfirmSetupStepHandler implements ICommandHandler<ConfirmSetupStep> {
  constructor(private readonly municipalities: MunicipalityStreams) {}

  execute({ body, context }: ConfirmSetupStep) {
    return this.municipalities.run(context.tenant, { type: 'ConfirmSetupStep', ...body }, context);
  }
}

@Controller('municipality')
export class ConfirmSetupStepController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: 'confirmed-setup',
    right: 'registry.manage',
    summary: 'Record that the name or the settings that the municipality began with have been looked at.',
  })
  handle(@Body({ schema: ConfirmSetupStepBody }) body: ConfirmSetupStepBody, @Commanded() context: CommandContext) {
    return this.commands.execute(new ConfirmSetupStep(body, context));
  }
}
