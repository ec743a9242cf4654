import { Body, Controller } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { PersonId, requiredText } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { periodOf } from '../contract/index.js';
import { LONGEST } from '../contract/limits/index.js';
import type { PublicationRule } from '../domain/publication/publication.decider.js';
import { PublicationMaker } from '../facts/publication-maker.js';
import { wrongChoice } from '../facts/wrong-choice.js';
import { PeriodKey } from '../read-models/figures/figures.dto.js';
import { Choices } from '../read-models/publications/publications.dto.js';
import type { StatisticsRule } from '../statistics.refusals.js';
import { PublicationStreams } from '../streams/publication.streams.js';

export const PublishFiguresBody = z.strictObject({
  period: PeriodKey,
  figures: Choices,
  seen: z.string().max(64).describe('The checksum of the preview that you have seen.'),
  reason: requiredText(LONGEST.reason).nullable().default(null).describe('Why there is another version of the period.'),
});
export type PublishFiguresBody = z.infer<typeof PublishFiguresBody>;

/** Freezes figures of a period as everybody may see them. */
export class PublishFigures extends Command<Outcome<PublicationRule | StatisticsRule>> {
  constructor(
    readonly body: PublishFiguresBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(PublishFigures)
export class PublishFiguresHandler implements ICommandHandler<PublishFigures> {
  constructor(
    private readonly streams: PublicationStreams,
    private readonly maker: PublicationMaker,
  ) {}

  async execute({ body: { period: key, figures, seen, reason }, asker, context }: PublishFigures) {
    const wrong = wrongChoice(figures);
    if (wrong) return wrong;
    const period = periodOf(key)!;
    const { publication, sha256 } = await this.maker.make(asker.tenant, period, figures);
    return this.streams.run(
      key,
      {
        type: 'PublishFigures',
        publication,
        sha256,
        seen,
        reason,
        today: asker.today,
        by: PersonId.parse(asker.personId),
        facts: {
          isOver: period.to < asker.today,
          showsAnything: publication.indicators.some(({ whole }) => !('hidden' in whole)),
        },
      },
      context,
    );
  }
}

@Controller('publications')
export class PublishFiguresController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    right: 'statistics.publish',
    needsConfirmation: true,
    summary: 'Freezes figures of a period for everybody. They are never changed; a correction is another version.',
  })
  handle(
    @Body({ schema: PublishFiguresBody }) body: PublishFiguresBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new PublishFigures(body, asker, context));
  }
}
