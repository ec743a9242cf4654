import { Controller, Body } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import { CalendarDate, UnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { Obligation, Ownership, UnitDetails, UnitKind } from '../contract/index.js';
import { LONGEST } from '../contract/limits/index.js';
import type { UnitRule } from '../domain/unit/unit.decider.js';
import { MunicipalityStreams, UnitStreams } from '../streams/registry.streams.js';
import { filledText, plainText } from './plain-text.js';

export const RegisterUnitBody = z.object({
  name: filledText(LONGEST.name).describe('Name of the school or kindergarten.'),
  kind: UnitKind.describe('School or kindergarten.'),
  ownership: Ownership.describe('Public or private.'),
  children: UnitDetails.shape.children.describe('Children or pupils, where known.'),
  area: plainText(LONGEST.area).nullable().describe('Part of the municipality, where it is divided.'),
  unitId: UnitId.describe('Organisation number, nine digits.'),
  obligation: Obligation.optional().describe(
    'Not given: open and family kindergartens are exempt, all others must meet.',
  ),
  from: CalendarDate.describe('The first day on which it is obliged or exempt.'),
});
export type RegisterUnitBody = z.infer<typeof RegisterUnitBody>;

/** Registers a school or kindergarten. */
export class RegisterUnit extends Command<Outcome<UnitRule>> {
  constructor(
    readonly body: RegisterUnitBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RegisterUnit)
export class RegisterUnitHandler implements ICommandHandler<RegisterUnit> {
  constructor(
    private readonly units: UnitStreams,
    private readonly municipalities: MunicipalityStreams,
  ) {}

  async execute({ body, context }: RegisterUnit) {
    const { unitId, obligation, from, ...details } = body;
    const municipalityIsRegistered = await this.municipalities.isRegistered(context.tenant);
    const command = { type: 'RegisterUnit', unitId, details, obligation, from, municipalityIsRegistered } as const;
    return this.units.run(unitId, command, context);
  }
}

@Controller('units')
export class RegisterUnitController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({ right: 'registry.manage', summary: 'Register a school or kindergarten.' })
  handle(@Body({ schema: RegisterUnitBody }) body: RegisterUnitBody, @Commanded() context: CommandContext) {
    return this.commands.execute(new RegisterUnit(body, context));
  }
}
