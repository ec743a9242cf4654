import { Injectable } from '@nestjs/common';
import { MoreThanOrEqual } from 'typeorm';
import { ReadSide } from '#platform/database';
import { JobTriggers, SweepTask } from '#platform/jobs';
import { dayOf } from '#platform/kernel';
import { Dispatches } from '#platform/mail';
import { AppointmentRow } from '../read-models/appointment/appointment.entity.js';
import { dueInvitations } from './due-invitations.js';

/** Announces invitations and their withdrawals. Everything that is due is announced at each sweep; most of it was before. */
@Injectable()
export class InvitationsTask extends SweepTask {
  readonly name = 'calendar-invitations';
  /** The invitations announced last, by tenant: the same ones are not announced again. */
  private readonly announced = new Map<string, string>();

  constructor(
    private readonly readSide: ReadSide,
    private readonly dispatches: Dispatches,
    private readonly jobs: JobTriggers,
  ) {
    super();
  }

  async run(tenant: string, now: Date): Promise<void> {
    const today = dayOf(now);
    const rows = await this.readSide.in(tenant, (tables) =>
      tables.find(AppointmentRow, { where: { tenant, on: MoreThanOrEqual(today), isHeld: false } }),
    );
    const due = dueInvitations(rows, today);
    const state = due.map(({ personId, kind, period }) => `${personId} ${kind} ${period}`).join('\n');
    if (this.announced.get(tenant) === state) return;
    await this.dispatches.announce(
      tenant,
      due.map(({ personId, kind, period, meetingId }) => ({
        personId,
        kind,
        period,
        dueAt: now,
        about: { meetingId },
      })),
    );
    if (due.length > 0) await this.jobs.send(tenant);
    this.announced.set(tenant, state);
  }
}
