import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { SettingsChangesAnswer } from './settings-changes.dto.js';
import { ListSettingsChanges } from './settings-changes.query.js';

@Controller('municipality')
export class SettingsChangesController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    path: 'settings-changes',
    right: 'registry.read',
    summary: 'Who changed the municipality’s settings, when, and from what to what; the latest first.',
    answer: SettingsChangesAnswer,
  })
  list(@Asked() asker: Asker) {
    return this.queries.execute(new ListSettingsChanges(asker.tenant));
  }
}
