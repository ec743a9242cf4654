import { Injectable } from '@nestjs/common';
import { Between } from 'typeorm';
import { ReadSide } from '#platform/database';
import type { CalendarDate } from '#platform/kernel';
import { ActionRecords, type ActionRecordDto } from '../../contract/action-records.js';
import { ActionRow } from './action-list.entity.js';

/** Answers from the action list. */
@Injectable()
export class KeptActionRecords extends ActionRecords {
  constructor(private readonly readSide: ReadSide) {
    super();
  }

  agreedBetween(tenant: string, from: CalendarDate, to: CalendarDate): Promise<readonly ActionRecordDto[]> {
    return this.readSide.in(tenant, (tables) =>
      tables.find(ActionRow, {
        select: {
          actionId: true,
          meetingId: true,
          unitIds: true,
          status: true,
          text: true,
          ownerId: true,
          ownerServiceId: true,
          agreedOn: true,
          firstDueOn: true,
          dueOn: true,
          timesCarriedOn: true,
          followUpOn: true,
          followedUpOn: true,
          endedOn: true,
          abandonReason: true,
          effect: true,
          effectJudgedOn: true,
          level: true,
          category: true,
          approach: true,
        },
        where: { tenant, agreedOn: Between(from, to) },
        order: { agreedOn: 'asc', actionId: 'asc' },
      }),
    );
  }
}
