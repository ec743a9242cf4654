import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ReadSide } from '#platform/database';
import { MeetingRow } from '../read-models/meeting-register/meeting-register.entity.js';

const ASKED_AGAIN_MS = 50;
/** Milliseconds; no longer, because the other policies wait too. */
const LONGEST_MS = 5_000;

/** Meetings that are not held, cancelled or filed, from the meeting register. */
@Injectable()
export class ComingMeetings {
  constructor(private readonly readSide: ReadSide) {}

  /** Meetings hosted by the unit, oldest first. */
  hostedBy(unitId: string, tenant: string): Promise<MeetingRow[]> {
    return this.readSide.in(tenant, (manager) =>
      manager
        .createQueryBuilder(MeetingRow, 'm')
        .where('m.tenant = :tenant', { tenant })
        .andWhere("m.unit_ids ->> 0 = :unitId and m.state in ('planned', 'called', 'postponed')", { unitId })
        .orderBy({ 'm.day': 'ASC', 'm.starts_at': 'ASC', 'm.meeting_id': 'ASC' })
        .getMany(),
    );
  }

  /** Those of the ids, oldest first, whatever has become of them. */
  named(meetingIds: readonly string[], tenant: string): Promise<MeetingRow[]> {
    if (meetingIds.length === 0) return Promise.resolve([]);
    return this.readSide.in(tenant, (manager) =>
      manager.find(MeetingRow, {
        where: { tenant, meetingId: In([...meetingIds]) },
        order: { day: 'ASC', startsAt: 'ASC', meetingId: 'ASC' },
      }),
    );
  }

  /**
   * Waits until the meeting register has processed everything up to the position in the log. For policies, which must
   * not miss a meeting planned just before.
   * @throws when it has not caught up in time; the policy then tries again
   */
  async knownTo(position: bigint, tenant: string): Promise<void> {
    for (let waited = 0; !(await this.hasReached(position, tenant)); waited += ASKED_AGAIN_MS) {
      if (waited >= LONGEST_MS) throw new Error(`The meeting register has not reached position ${position}`);
      await pause(ASKED_AGAIN_MS);
    }
  }

  private async hasReached(position: bigint, tenant: string): Promise<boolean> {
    const rows = await this.readSide.in(tenant, (manager) =>
      manager.query<unknown[]>(
        `select from log_follower where kind = 'read-model' and name = 'meeting-register' and position >= $1`,
        [String(position)],
      ),
    );
    return rows.length > 0;
  }
}
