import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MunicipalityStreams, UnitStreams } from '../../streams/registry.streams.js';
import { RegisterUnit } from './register-unit.command.js';

@CommandHandler(RegisterUnit)
export class RegisterUnitHandler implements ICommandHandler<RegisterUnit> {
  constructor(
    private readonly units: UnitStreams,
    private readonly municipalities: MunicipalityStreams,
  ) {}

  async execute({ body, context }: RegisterUnit) {
    const { unitId, obligation, from, ...details } = body;
    const municipalityIsRegistered = await this.municipalities.isRegistered(context.municipality);
    const command = { type: 'RegisterUnit', unitId, details, obligation, from, municipalityIsRegistered } as const;
    return this.units.run(unitId, command, context);
  }
}
