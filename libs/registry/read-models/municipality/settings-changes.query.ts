import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import type { PersonId, Recorded } from '#platform/kernel';
import { DEFAULT_DIGESTS, Directory, type MunicipalityEvent, type Settings } from '../../contract/index.js';
import type { SettingsChangesAnswer } from './settings-changes.dto.js';

/** Changes of the municipality's settings: by whom, when, and from which value to which. */
export class ListSettingsChanges extends Query<SettingsChangesAnswer> {
  constructor(readonly tenant: string) {
    super();
  }
}

const MOST = 100;

/** Folds the municipality's own stream, which has a few dozen events: no row holds who changed which setting. */
@QueryHandler(ListSettingsChanges)
export class ListSettingsChangesHandler implements IQueryHandler<ListSettingsChanges> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly catalog: EventCatalog,
    private readonly directory: Directory,
  ) {}

  async execute({ tenant }: ListSettingsChanges): Promise<SettingsChangesAnswer> {
    const stored = await this.store.read(tenant, `municipality-${tenant}`);
    const changes = settingsChanges(stored.map((event) => this.catalog.decode(event) as Recorded<MunicipalityEvent>));
    const latest = changes.toReversed().slice(0, MOST);
    const actors = latest.flatMap(({ event: { metadata } }) => (isPerson(metadata.actor) ? [metadata.actor] : []));
    const names = new Map((await this.directory.people(tenant, actors)).map(({ personId, name }) => [personId, name]));
    return {
      defaultDigests: DEFAULT_DIGESTS,
      items: latest.map(({ event: { metadata }, before, after }) => ({
        at: metadata.occurredAt,
        by: isPerson(metadata.actor)
          ? { personId: metadata.actor as PersonId, name: names.get(metadata.actor) ?? null }
          : null,
        before,
        after,
      })),
    };
  }
}

const isPerson = (actor: string) => !actor.startsWith('system:');

interface SettingsChange {
  readonly event: Recorded<MunicipalityEvent>;
  readonly before: Settings;
  readonly after: Settings;
}

function settingsChanges(events: readonly Recorded<MunicipalityEvent>[]): readonly SettingsChange[] {
  const changes: SettingsChange[] = [];
  let before: Settings | undefined;
  for (const event of events) {
    if (event.type !== 'registry.MunicipalityRegistered' && event.type !== 'registry.SettingsChanged') continue;
    const { settings: after } = event.data;
    if (event.type === 'registry.SettingsChanged' && before) changes.push({ event, before, after });
    before = after;
  }
  return changes;
}
