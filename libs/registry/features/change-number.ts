import { Command, CommandHandler, Query, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { CalendarDate, isRefused, MunicipalityNumber, refuse, type Refused } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { NumbersAndNames } from '../contract/index.js';
import { LONGEST } from '../contract/limits/index.js';
import type { ChangeNumber as Decided } from '../domain/municipality/municipality.commands.js';
import type { MunicipalityRule } from '../domain/municipality/municipality.decider.js';
import { TenantsByNumber } from '../read-models/municipality/tenants-by-number.js';
import { MunicipalityStreams } from '../streams/registry.streams.js';
import { filledText } from './plain-text.js';

export const ChangeNumberBody = z.object({
  number: MunicipalityNumber.describe('The new number: four digits (SSB).'),
  name: filledText(LONGEST.municipalityName).nullable().describe('The name from that day on; null: as before.'),
  from: CalendarDate.describe('The first day with the new number.'),
});
export type ChangeNumberBody = z.infer<typeof ChangeNumberBody>;

/**
 * Gives the municipality another number from a day on. The id of the tenant stays, and with it every stream, row and
 * session. Operators run it on the command line, since a number must not belong to two tenants.
 */
export class ChangeNumber extends Command<Outcome<MunicipalityRule>> {
  constructor(
    readonly body: ChangeNumberBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeNumber)
export class ChangeNumberHandler implements ICommandHandler<ChangeNumber> {
  constructor(
    private readonly municipalities: MunicipalityStreams,
    private readonly tenants: TenantsByNumber,
  ) {}

  async execute({ body, context }: ChangeNumber) {
    const id = context.tenant;
    return this.municipalities.run(id, await decided(id, body, this.tenants), context);
  }
}

/** Numbers and names before and after a change of number. */
export interface NumberChangePreview {
  readonly before: NumbersAndNames;
  readonly after: NumbersAndNames;
}

/** Shows the effect of a change of number, or its refusal, without making it. */
export class PreviewNumberChange extends Query<NumberChangePreview | Refused<MunicipalityRule>> {
  constructor(
    readonly tenant: string,
    readonly body: ChangeNumberBody,
  ) {
    super();
  }
}

@QueryHandler(PreviewNumberChange)
export class PreviewNumberChangeHandler implements IQueryHandler<PreviewNumberChange> {
  constructor(
    private readonly municipalities: MunicipalityStreams,
    private readonly tenants: TenantsByNumber,
  ) {}

  async execute({ tenant, body }: PreviewNumberChange): Promise<NumberChangePreview | Refused<MunicipalityRule>> {
    const { decider } = this.municipalities;
    const { state } = await this.municipalities.load(tenant, tenant);
    const events = decider.decide(await decided(tenant, body, this.tenants), state);
    if (isRefused(events)) return events;
    const after = events.reduce(decider.evolve, state);
    if (state.status !== 'registered' || after.status !== 'registered') return refuse('NOT_FOUND');
    return { before: state, after };
  }
}

/** The command with the fact that the decision needs from other tenants. */
const decided = async (id: string, body: ChangeNumberBody, tenants: TenantsByNumber): Promise<Decided> => ({
  type: 'ChangeNumber',
  ...body,
  isTaken: await tenants.isTaken(body.number, body.from, id),
});
