import { Controller, Body } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import type { CommandContext, Outcome } from '#platform/streams';
import { LanguageForm } from '../contract/index.js';
import { LONGEST } from '../contract/limits/index.js';
import type { MunicipalityRule } from '../domain/municipality/municipality.decider.js';
import { MunicipalityStreams } from '../streams/registry.streams.js';
import { filledText } from './plain-text.js';

export const ChangeMunicipalityBody = z.object({
  name: filledText(LONGEST.municipalityName).describe('Name of the municipality.'),
  languageForm: LanguageForm.describe('Målform: bokmål, nynorsk or neutral.'),
  demo: z
    .boolean()
    .describe(
      'True for invented data: everything shown says «Demodata». Decided at registration; another value is refused.',
    ),
});
export type ChangeMunicipalityBody = z.infer<typeof ChangeMunicipalityBody>;

/** Changes the name or language form. */
export class ChangeMunicipality extends Command<Outcome<MunicipalityRule>> {
  constructor(
    readonly body: ChangeMunicipalityBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeMunicipality)
export class ChangeMunicipalityHandler implements ICommandHandler<ChangeMunicipality> {
  constructor(private readonly municipalities: MunicipalityStreams) {}

  execute({ body, context }: ChangeMunicipality) {
    return this.municipalities.run(context.tenant, { type: 'ChangeMunicipality', ...body }, context);
  }
}

@Controller('municipality')
export class ChangeMunicipalityController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({ method: 'put', right: 'registry.manage', summary: 'Change what the municipality is called.' })
  handle(@Body({ schema: ChangeMunicipalityBody }) body: ChangeMunicipalityBody, @Commanded() context: CommandContext) {
    return this.commands.execute(new ChangeMunicipality(body, context));
  }
}
