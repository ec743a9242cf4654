import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { MunicipalityNumber } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { DEFAULT_SETTINGS, LanguageForm, Settings, TenantKind } from '../contract/index.js';
import { LONGEST } from '../contract/limits/index.js';
import type { MunicipalityRule } from '../domain/municipality/municipality.decider.js';
import { MunicipalityStreams } from '../streams/registry.streams.js';
import { filledText } from './plain-text.js';

export const RegisterMunicipalityBody = z.object({
  name: filledText(LONGEST.municipalityName).describe('Name of the municipality.'),
  languageForm: LanguageForm.describe('Målform: bokmål, nynorsk or neutral.'),
  demo: z.boolean().describe('True for invented data: everything shown says «Demodata».'),
  number: MunicipalityNumber.describe('Four digits (SSB).'),
  kind: TenantKind.optional().describe('Absent: a municipality.'),
  settings: Settings.default(DEFAULT_SETTINGS).describe('What the municipality has decided about its own system.'),
});
export type RegisterMunicipalityBody = z.infer<typeof RegisterMunicipalityBody>;

/**
 * Registers a municipality in the installation. Operators run it on the command line, since nobody in the municipality
 * can sign in yet.
 */
export class RegisterMunicipality extends Command<Outcome<MunicipalityRule>> {
  constructor(
    readonly body: RegisterMunicipalityBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RegisterMunicipality)
export class RegisterMunicipalityHandler implements ICommandHandler<RegisterMunicipality> {
  constructor(private readonly municipalities: MunicipalityStreams) {}

  execute({ body, context }: RegisterMunicipality) {
    return this.municipalities.run(body.number, { type: 'RegisterMunicipality', ...body }, context);
  }
}
