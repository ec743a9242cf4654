import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MunicipalityStreams } from '../../streams/registry.streams.js';
import { ChangeMunicipality } from './change-municipality.command.js';

@CommandHandler(ChangeMunicipality)
export class ChangeMunicipalityHandler implements ICommandHandler<ChangeMunicipality> {
  constructor(private readonly municipalities: MunicipalityStreams) {}

  execute({ body, context }: ChangeMunicipality) {
    return this.municipalities.run(context.municipality, { type: 'ChangeMunicipality', ...body }, context);
  }
}
