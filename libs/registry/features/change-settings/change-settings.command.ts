import { Command } from '@nestjs/cqrs';
import type { z } from 'zod';
import type { CommandContext, Outcome } from '#platform/streams';
import { Settings } from '../../contract/index.js';
import type { MunicipalityRule } from '../../domain/municipality/municipality.decider.js';

export const ChangeSettingsBody = Settings;
export type ChangeSettingsBody = z.infer<typeof ChangeSettingsBody>;

/** Changes the municipality's settings. */
export class ChangeSettings extends Command<Outcome<MunicipalityRule>> {
  constructor(
    readonly body: ChangeSettingsBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
