import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import { isSame, refuse, type PersonId, type Recorded, type Refused } from '#platform/kernel';
import {
  Directory,
  LADDER_KINDS,
  ladderLimits,
  ladderOf,
  type LadderStep,
  type MunicipalityEvent,
  type Settings,
} from '../../contract/index.js';
import type { LadderAnswer } from './ladder.dto.js';

/** The steps of alerts with their limits and their last change. */
export class GetLadder extends Query<LadderAnswer | Refused<'NOT_FOUND'>> {
  constructor(readonly tenant: string) {
    super();
  }
}

/** Folds the municipality's own stream, which has a few dozen events: no row holds who changed which setting. */
@QueryHandler(GetLadder)
export class GetLadderHandler implements IQueryHandler<GetLadder> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly catalog: EventCatalog,
    private readonly directory: Directory,
  ) {}

  async execute({ tenant }: GetLadder): Promise<LadderAnswer | Refused<'NOT_FOUND'>> {
    const stored = await this.store.read(tenant, `municipality-${tenant}`);
    const { settings, changedBy } = ladderHistory(
      stored.map((event) => this.catalog.decode(event) as Recorded<MunicipalityEvent>),
    );
    if (!settings) return refuse('NOT_FOUND');
    const inForce = ladderOf(settings);
    const { ladder: own = {}, ...others } = settings;
    const standard = ladderOf(others);
    return {
      kinds: LADDER_KINDS.map((kind) => {
        const { receivers, ...limits } = ladderLimits(kind);
        return {
          kind,
          steps: inForce[kind].map(stepDto),
          isOwn: own[kind] !== undefined,
          standard: standard[kind].map(stepDto),
          receivers: [...receivers],
          ...limits,
        };
      }),
      changed: changedBy && { at: changedBy.metadata.occurredAt, by: await this.person(tenant, changedBy) },
      revision: String(stored.at(-1)!.revision),
    };
  }

  private async person(tenant: string, { metadata: { actor } }: Recorded) {
    if (actor.startsWith('system:')) return null;
    const person = (await this.directory.people(tenant)).find(({ personId }) => personId === actor);
    return { personId: actor as PersonId, name: person?.name ?? null };
  }
}

interface LadderHistory {
  readonly settings: Settings | undefined;
  /** The last event that made other steps hold than before. */
  readonly changedBy: Recorded<MunicipalityEvent> | null;
}

const ladderHistory = (events: readonly Recorded<MunicipalityEvent>[]): LadderHistory =>
  events.reduce<LadderHistory>(
    (before, event) => {
      if (event.type === 'registry.MunicipalityRegistered') return { settings: event.data.settings, changedBy: null };
      if (event.type !== 'registry.SettingsChanged' || !before.settings) return before;
      const { settings } = event.data;
      const isOther = !isSame(ladderOf(settings), ladderOf(before.settings));
      return { settings, changedBy: isOther ? event : before.changedBy };
    },
    { settings: undefined, changedBy: null },
  );

const stepDto = ({ workingDays, to }: LadderStep) => ({ workingDays, to: [...to] });
