import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute, SchoolYearInPath } from '#platform/http';
import type { Asker } from '#platform/identity';
import { atMost, UnitId, type PersonId, type SchoolYear } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { AgreementParty } from '../contract/agreement.events.js';
import type { AgreementRule } from '../domain/agreement/agreement.decider.js';
import { AgreementFacts } from '../facts/agreement-facts.js';
import { AgreementStreams } from '../streams/agreement.streams.js';
import { schoolYearId } from '../streams/school-year.streams.js';

export const ApproveAgreementBody = z.strictObject({
  version: atMost(z.int().min(1), 100_000).describe('The version that was read; another one is refused.'),
});
export type ApproveAgreementBody = z.infer<typeof ApproveAgreementBody>;

/** Approves a version of the agreement for one party (R22). */
export class ApproveAgreement extends Command<Outcome<AgreementRule>> {
  constructor(
    readonly unitId: UnitId,
    readonly schoolYear: SchoolYear,
    readonly party: AgreementParty,
    readonly version: number,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ApproveAgreement)
export class ApproveAgreementHandler implements ICommandHandler<ApproveAgreement> {
  constructor(
    private readonly agreements: AgreementStreams,
    private readonly facts: AgreementFacts,
  ) {}

  execute({ unitId, schoolYear, party, version, asker, context }: ApproveAgreement) {
    return this.agreements.run(
      schoolYearId(unitId, schoolYear),
      async ({ state }) => ({
        type: 'ApproveAgreement',
        unitId,
        schoolYear,
        party,
        version,
        by: asker.personId as PersonId,
        today: asker.today,
        as: await this.facts.servicesSide(asker, state.content),
      }),
      context,
    );
  }
}

@Controller('units')
export class ApproveAgreementController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':unitId/school-years/:schoolYear/agreement/unit-approval',
    right: 'agreement.approve-unit',
    of: 'unit',
    summary: 'Approve a version of the agreement for the unit.',
  })
  forUnit(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Param('schoolYear', { schema: SchoolYearInPath }) schoolYear: SchoolYear,
    @Body({ schema: ApproveAgreementBody }) { version }: ApproveAgreementBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new ApproveAgreement(unitId, schoolYear, 'unit', version, asker, context));
  }

  @CommandRoute({
    path: ':unitId/school-years/:schoolYear/agreement/services-approval',
    right: 'agreement.approve-services',
    of: 'unit',
    summary:
      'Approve a version of the agreement for the services: as a leader of one of them, or as coordinator where none of them has a leader.',
  })
  forServices(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Param('schoolYear', { schema: SchoolYearInPath }) schoolYear: SchoolYear,
    @Body({ schema: ApproveAgreementBody }) { version }: ApproveAgreementBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new ApproveAgreement(unitId, schoolYear, 'services', version, asker, context));
  }
}
