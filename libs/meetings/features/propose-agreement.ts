import { Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { Asked, Commanded, CommandRoute, SchoolYearInPath } from '#platform/http';
import { may, type Asker } from '#platform/identity';
import { refuse, UnitId, type PersonId, type SchoolYear } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { AgreementRule } from '../domain/agreement/agreement.decider.js';
import { AgreementFacts } from '../facts/agreement-facts.js';
import { AgreementStreams } from '../streams/agreement.streams.js';
import { schoolYearId } from '../streams/school-year.streams.js';

/** Proposes the agreement of a unit's school year, as the year plan and the register are (R22). */
export class ProposeAgreement extends Command<Outcome<AgreementRule>> {
  constructor(
    readonly unitId: UnitId,
    readonly schoolYear: SchoolYear,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ProposeAgreement)
export class ProposeAgreementHandler implements ICommandHandler<ProposeAgreement> {
  constructor(
    private readonly agreements: AgreementStreams,
    private readonly facts: AgreementFacts,
  ) {}

  async execute({ unitId, schoolYear, asker, context }: ProposeAgreement): Promise<Outcome<AgreementRule>> {
    const content = await this.facts.present(context.tenant, unitId, schoolYear);
    if (!content) return refuse('NOT_FOUND');
    return this.agreements.run(
      schoolYearId(unitId, schoolYear),
      {
        type: 'ProposeAgreement',
        unitId,
        schoolYear,
        by: asker.personId as PersonId,
        today: asker.today,
        content,
        isUnitLeader: may(asker, 'agreement.approve-unit', { unitIds: [unitId] }),
      },
      context,
    );
  }
}

@Controller('units')
export class ProposeAgreementController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':unitId/school-years/:schoolYear/agreement',
    right: 'agreement.propose',
    of: 'unit',
    summary:
      'Propose the agreement of a unit’s school year, as the year plan, the standing participants and the services are; by the unit’s leader it is approved for the unit too.',
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Param('schoolYear', { schema: SchoolYearInPath }) schoolYear: SchoolYear,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new ProposeAgreement(unitId, schoolYear, asker, context));
  }
}
