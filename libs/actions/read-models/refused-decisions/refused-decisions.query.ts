import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { In } from 'typeorm';
import { ReadSide } from '#platform/database';
import type { Page, Paging } from '#platform/http';
import type { Asker, Language } from '#platform/identity';
import type { RefusalText } from '#platform/kernel';
import { Directory } from '#registry/contract';
import { actionRefusals } from '../../domain/action/action.refusals.js';
import { ActionRow } from '../action-list/action-list.entity.js';
import { RefusedDecisionRow } from './refused-decision.entity.js';
import type { RefusedDecisionDto } from './refused-decisions.dto.js';

/** Decisions of protocols that their actions refused, oldest meeting first. */
export class ListRefusedDecisions extends Query<Page<RefusedDecisionDto>> {
  constructor(
    readonly paging: Paging,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ListRefusedDecisions)
export class ListRefusedDecisionsHandler implements IQueryHandler<ListRefusedDecisions> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly directory: Directory,
  ) {}

  async execute({ paging: { page, size }, asker }: ListRefusedDecisions): Promise<Page<RefusedDecisionDto>> {
    const { tenant, language } = asker;
    const { rows, texts } = await this.readSide.in(tenant, async (tables) => {
      const found = await tables.findBy(RefusedDecisionRow, { tenant });
      const actions = await tables.find(ActionRow, {
        select: { actionId: true, text: true },
        where: { tenant, actionId: In(found.map(({ actionId }) => actionId)) },
      });
      return { rows: found, texts: new Map(actions.map(({ actionId, text }) => [actionId, text])) };
    });
    const units = new Map((await this.directory.units(tenant)).map(({ unitId, name }) => [unitId, name]));
    const all = rows
      .flatMap(({ actionId, refusals }) => refusals.map((refusal) => ({ actionId, ...refusal })))
      .sort((a, b) => compare(a.heldOn, b.heldOn) || compare(a.refusalId, b.refusalId));
    const items = all
      .slice((page - 1) * size, page * size)
      .map(({ refusalId, meetingId, heldOn, unitIds, actionId, kind, rules }): RefusedDecisionDto => ({
        refusalId,
        meetingId,
        heldOn,
        units: unitIds.map((unitId) => ({ unitId, name: units.get(unitId) ?? null })),
        actionId,
        // An action could not start because another meeting's action has the same id.
        text: kind === 'agreed' ? null : (texts.get(actionId) ?? null),
        kind,
        reasons: sentencesOf(rules, language),
      }));
    return { items, total: all.length, page, size };
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const TEXTS: ReadonlyMap<string, RefusalText> = new Map<string, RefusalText>(Object.entries(actionRefusals));

/** Rules of an earlier program, and those of the log itself, have no sentence. */
const sentencesOf = (rules: readonly string[], language: Language): string[] =>
  rules.flatMap((rule) => TEXTS.get(rule)?.[language] ?? []);
