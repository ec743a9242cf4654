import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MunicipalityStreams } from '../../streams/registry.streams.js';
import { ChangeSettings } from './change-settings.command.js';

@CommandHandler(ChangeSettings)
export class ChangeSettingsHandler implements ICommandHandler<ChangeSettings> {
  constructor(private readonly municipalities: MunicipalityStreams) {}

  execute({ body, context }: ChangeSettings) {
    return this.municipalities.run(context.municipality, { type: 'ChangeSettings', settings: body }, context);
  }
}
