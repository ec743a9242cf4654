import { Controller, Body } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import type { CommandContext, Outcome } from '#platform/streams';
import { DigestSettings } from '../contract/index.js';
import type { MunicipalityRule } from '../domain/municipality/municipality.decider.js';
import { MunicipalityStreams } from '../streams/registry.streams.js';

export const ChangeAnswersByLinkBody = DigestSettings.pick({ answersByLink: true });
export type ChangeAnswersByLinkBody = z.infer<typeof ChangeAnswersByLinkBody>;

/** Switches answers by the link in a mail on or off, and changes no other setting. */
export class ChangeAnswersByLink extends Command<Outcome<MunicipalityRule>> {
  constructor(
    readonly body: ChangeAnswersByLinkBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeAnswersByLink)
export class ChangeAnswersByLinkHandler implements ICommandHandler<ChangeAnswersByLink> {
  constructor(private readonly municipalities: MunicipalityStreams) {}

  execute({ body, context }: ChangeAnswersByLink) {
    return this.municipalities.run(context.tenant, { type: 'ChangeAnswersByLink', ...body }, context);
  }
}

@Controller('municipality')
export class ChangeAnswersByLinkController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: 'answers-by-link',
    right: 'registry.manage',
    needsConfirmation: true,
    summary:
      'Switch on or off that owners of actions answer by a one-time link in a mail. Off ends the links that were sent.',
  })
  handle(
    @Body({ schema: ChangeAnswersByLinkBody }) body: ChangeAnswersByLinkBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new ChangeAnswersByLink(body, context));
  }
}
