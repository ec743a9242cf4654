import { Injectable } from '@nestjs/common';
import { MoreThanOrEqual } from 'typeorm';
import { ReadSide } from '#platform/database';
import { JobTriggers, Rounds, SweepTask } from '#platform/jobs';
import { dayOf } from '#platform/kernel';
import { Dispatches } from '#platform/mail';
import { Directory, isEverSubstitute } from '#registry/contract';
import { AppointmentRow } from '../read-models/appointment/appointment.entity.js';
import { calledSubstitutes, invitationsOfSubstitutes, type InsteadInvitation } from './called-substitutes.js';
import { dueInvitations, WITHDRAWAL } from './due-invitations.js';
import { InvitationsBefore } from './invitations-before.js';

/** Name of the round that is made once for each municipality, when its first invitations are looked for; its period is that moment. */
const BEGAN = 'calendar-invitations';
/** A worker may begin after the application: what was called in the last day before it is not yet too old. */
const DAY_MS = 86_400_000;

/**
 * Announces invitations and their withdrawals. Everything that is due is announced at each sweep; most of it was before.
 * Of meetings that were called before a municipality's first sweep, invitations go out once their time, place or people
 * change: everybody was called in another way, and hundreds of mails on one morning would be read by nobody. Substitutes
 * of those who are called and away are invited beside them (ADR 0360).
 */
@Injectable()
export class InvitationsTask extends SweepTask {
  readonly name = 'calendar-invitations';
  /** The invitations announced last, by tenant: the same ones are not announced again. */
  private readonly announced = new Map<string, string>();

  constructor(
    private readonly readSide: ReadSide,
    private readonly dispatches: Dispatches,
    private readonly before: InvitationsBefore,
    private readonly directory: Directory,
    private readonly rounds: Rounds,
    private readonly jobs: JobTriggers,
  ) {
    super();
  }

  async run(tenant: string, now: Date): Promise<void> {
    const today = dayOf(now);
    const rows = await this.readSide.in(tenant, (tables) =>
      tables.find(AppointmentRow, { where: { tenant, on: MoreThanOrEqual(today), isHeld: false } }),
    );
    const from = await this.from(tenant, now);
    const people = rows.length === 0 ? [] : await this.directory.people(tenant);
    const called = dueInvitations(rows, today).filter(({ since }) => since >= from);
    const instead = invitationsOfSubstitutes(rows, today, calledSubstitutes(people)).filter(
      ({ since }) => since >= from,
    );
    const state = [...called, ...instead]
      .map(({ personId, kind, period }) => `${personId} ${kind} ${period}`)
      .join('\n');
    if (this.announced.get(tenant) === state) return;
    const substituteIds = people.filter(isEverSubstitute).map(({ personId }) => personId);
    const due = [
      ...called.map(({ meetingId, ...it }) => ({ ...it, about: { meetingId } })),
      ...(await this.toSubstitutes(tenant, rows, substituteIds, instead)),
    ];
    await this.dispatches.announce(
      tenant,
      due.map(({ personId, kind, period, about }) => ({ personId, kind, period, dueAt: now, about })),
    );
    if (due.length > 0) await this.jobs.send(tenant);
    this.announced.set(tenant, state);
  }

  /** Invitations of substitutes, and withdrawals from those who are not called in anybody's place any longer. */
  private async toSubstitutes(
    tenant: string,
    rows: readonly AppointmentRow[],
    substituteIds: readonly string[],
    instead: readonly InsteadInvitation[],
  ) {
    const before = await this.before.of(tenant, substituteIds);
    const isOf = (a: Pick<InsteadInvitation, 'personId' | 'meetingId'>, b: typeof a) =>
      a.personId === b.personId && a.meetingId === b.meetingId;
    const coming = new Map(rows.map((row) => [row.meetingId, row]));
    const withdrawn = before.filter(
      (it) =>
        coming.has(it.meetingId) &&
        !coming.get(it.meetingId)!.invited[it.personId]?.isCalled &&
        !instead.some((now) => isOf(now, it)),
    );
    return [
      ...instead.map(({ personId, absentId, roleId, kind, period, meetingId }) => ({
        ...{ personId, kind, period },
        about: {
          meetingId,
          absentId,
          roleId,
          ...(!before.some((it) => isOf(it, { personId, meetingId }) && it.roleId === roleId) && { first: 'yes' }),
        },
      })),
      ...withdrawn.map(({ personId, absentId, meetingId, period }) => ({
        ...{ personId, kind: WITHDRAWAL, period },
        about: { meetingId, absentId },
      })),
    ];
  }

  /** The moment from which invitations go out. */
  private async from(tenant: string, now: Date): Promise<string> {
    let began = await this.rounds.last(tenant, BEGAN);
    if (began === null) {
      began = now.toISOString();
      await this.rounds.once(tenant, BEGAN, began, () => Promise.resolve());
    }
    return new Date(Date.parse(began) - DAY_MS).toISOString();
  }
}
