import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MunicipalityStreams } from '../../streams/registry.streams.js';
import { RegisterMunicipality } from './register-municipality.command.js';

@CommandHandler(RegisterMunicipality)
export class RegisterMunicipalityHandler implements ICommandHandler<RegisterMunicipality> {
  constructor(private readonly municipalities: MunicipalityStreams) {}

  execute({ body, context }: RegisterMunicipality) {
    return this.municipalities.run(body.number, { type: 'RegisterMunicipality', ...body }, context);
  }
}
