import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { Reminders } from '../follow-up/follow-up.dto.js';
import { ListReminders } from './reminders.query.js';

@Controller('reminders')
export class RemindersController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    right: 'reminders.read',
    answer: Reminders,
    summary: 'What the coordinator has reminded the units that you lead of, as long as it is so.',
  })
  list(@Asked() asker: Asker) {
    return this.queries.execute(new ListReminders(asker));
  }
}
