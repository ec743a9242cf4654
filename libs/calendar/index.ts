import type { Context } from '#platform/composition';
import { CalendarModule, inboundMail, mailComposers, needs, streams, sweepTasks } from './calendar.module.js';
import { answersEvents, feedEvents } from './contract/index.js';
import { answersRefusals } from './domain/answers/answers.refusals.js';
import { feedRefusals } from './domain/feed/feed.refusals.js';
import { AppointmentRow } from './read-models/appointment/appointment.entity.js';
import { Appointment1796300000001 } from './read-models/appointment/appointment.migration.js';
import { appointments } from './read-models/appointment/appointment.projection.js';

/** Meetings in people's own calendar programs: a feed for each person, invitations and their answers. */
export const calendarContext: Context = {
  name: 'calendar',
  events: [feedEvents, answersEvents],
  streams,
  readModels: [appointments],
  policies: [],
  entities: [AppointmentRow],
  migrations: [Appointment1796300000001],
  refusals: [feedRefusals, answersRefusals],
  subjects: [],
  sweepTasks,
  mailComposers,
  inboundMail,
  needs,
  provides: [],
  module: CalendarModule,
};
