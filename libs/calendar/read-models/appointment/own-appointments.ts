import { Injectable } from '@nestjs/common';
import { MoreThanOrEqual } from 'typeorm';
import { ReadSide } from '#platform/database';
import { addDays, type CalendarDate } from '#platform/kernel';
import { MeetingConcern } from '#news/contract';
import { AppointmentRow } from './appointment.entity.js';

/** Days back for which a plan shows meetings. */
const DAYS_BACK = 90;

/** The meetings of a person's plan. */
@Injectable()
export class OwnAppointments {
  constructor(
    private readonly readSide: ReadSide,
    private readonly concern: MeetingConcern,
  ) {}

  /** From `DAYS_BACK` days ago on, in order of their days. */
  async of(tenant: string, personId: string, today: CalendarDate): Promise<readonly AppointmentRow[]> {
    const rows = await this.readSide.in(tenant, (tables) =>
      tables.find(AppointmentRow, {
        where: { tenant, on: MoreThanOrEqual(addDays(today, -DAYS_BACK)) },
        order: { on: 'asc', startsAt: 'asc', meetingId: 'asc' },
      }),
    );
    const own = await this.concern.own(tenant, personId, rows, today);
    return rows.filter(({ meetingId }) => own.has(meetingId));
  }
}
