import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import type { CommandContext, Outcome } from '#platform/streams';
import { LanguageForm } from '../../contract/index.js';
import type { MunicipalityRule } from '../../domain/municipality/municipality.decider.js';
import { filledText } from '../plain-text.js';

export const ChangeMunicipalityBody = z.object({
  name: filledText(100).describe('Name of the municipality.'),
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
