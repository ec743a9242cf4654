import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { isPublicHoliday } from '#platform/holidays';
import type { Asker } from '#platform/identity';
import { addMonths, CLOCK, monthOf, refuseAll, type Clock, type Refused } from '#platform/kernel';
import { brokenLadder, type Ladder, type LadderRule, type Settings } from '#registry/contract';
import { nextRoundAfter } from '../../domain/ladder/next-round.js';
import { pastMorning, PastRounds, type PastStep } from '../../domain/ladder/past-rounds.js';
import { roundOn } from '../../domain/ladder/round.js';
import { toldFigures } from '../../domain/ladder/told-figures.js';
import { RoundFactsOfDay } from '../../ladder/round-facts.js';
import { AlertFactsOfDay } from '../alerts/alert-facts.js';
import type { LadderPreview } from './ladder-preview.dto.js';
import { PastDays } from './past-days.js';
import { compared, linesOf, peopleOf, stepsOf, type Compared } from './preview-parts.js';

/** Asks what other steps would have told in the last month that is over, beside those in force. */
export class PreviewLadder extends Query<LadderPreview | Refused<LadderRule>> {
  constructor(
    readonly ladder: Ladder,
    readonly asker: Asker,
  ) {
    super();
  }
}

/** Lines of the answer; a change of steps is judged by fewer. */
const MOST_LINES = 300;

@QueryHandler(PreviewLadder)
export class PreviewLadderHandler implements IQueryHandler<PreviewLadder> {
  constructor(
    private readonly pastDays: PastDays,
    private readonly facts: AlertFactsOfDay,
    private readonly rounds: RoundFactsOfDay,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ ladder, asker }: PreviewLadder): Promise<LadderPreview | Refused<LadderRule>> {
    const broken = refuseAll(brokenLadder(ladder));
    if (broken) return broken;
    const registry = await this.facts.registry(asker.tenant);
    const inForce = registry.settings;
    const tried = { ...inForce, ladder };
    const month = addMonths(monthOf(asker.today), -1);
    const told = { inForce: [] as PastStep[], tried: [] as PastStep[] };
    const rounds = { inForce: new PastRounds(inForce), tried: new PastRounds(tried) };
    for await (const { day, facts } of this.pastDays.of(asker.tenant, month)) {
      const morning = pastMorning(day, facts, inForce);
      const steps = { inForce: rounds.inForce.on(morning), tried: rounds.tried.on(morning) };
      // The rounds of the weeks before tell what is not told again in the month.
      if (monthOf(day) !== month) continue;
      told.inForce.push(...steps.inForce);
      told.tried.push(...steps.tried);
    }
    const figures = { inForce: toldFigures(told.inForce), tried: toldFigures(told.tried) };
    return {
      month,
      alerts: compared(figures, ({ alerts }) => alerts),
      mails: compared(figures, ({ mails }) => mails),
      receivers: compared(figures, ({ people }) => people.length),
      steps: stepsOf(figures),
      people: peopleOf(figures, registry.people),
      ...linesOf(told, asker, registry, MOST_LINES),
      nextRound: await this.nextRound(asker.tenant, { inForce, tried }),
    };
  }

  /** The first mail after the change: alerts that are open now and were not told before. */
  private async nextRound(tenant: string, settings: Compared<Settings>) {
    const on = nextRoundAfter(this.clock.now(), settings.inForce, isPublicHoliday);
    const { facts } = await this.rounds.on(tenant, on);
    const of = (by: Settings) =>
      toldFigures(roundOn(on, { ...facts, settings: by }, false).map((step) => ({ ...step, on })));
    const figures = { inForce: of(settings.inForce), tried: of(settings.tried) };
    return {
      on,
      alerts: compared(figures, ({ alerts }) => alerts),
      receivers: compared(figures, ({ people }) => people.length),
    };
  }
}
