import { Command, CommandHandler, Query, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadSide, WorkingTables } from '#platform/database';
import type { CalendarDate } from '#platform/kernel';

/** Numbers of a municipality's meetings that a merger moves while they are under way. */
export interface MeetingsUnderWay {
  /** Meetings from the day on that are planned, called or postponed. */
  readonly coming: number;
  /** Meetings with a saved draft of a protocol. */
  readonly drafts: number;
}

export class CountMeetingsUnderWay extends Query<MeetingsUnderWay> {
  constructor(
    readonly tenant: string,
    readonly from: CalendarDate,
  ) {
    super();
  }
}

@QueryHandler(CountMeetingsUnderWay)
export class CountMeetingsUnderWayHandler implements IQueryHandler<CountMeetingsUnderWay> {
  constructor(private readonly readSide: ReadSide) {}

  async execute({ tenant, from }: CountMeetingsUnderWay): Promise<MeetingsUnderWay> {
    const [counted] = await this.readSide.in<MeetingsUnderWay[]>(tenant, (tables) =>
      tables.query(
        `select
          (select count(*)::int from meetings_meeting
            where tenant = $1 and day >= $2 and state in ('planned', 'called', 'postponed')) as coming,
          (select count(distinct meeting_id)::int from meetings_protocol_draft where tenant = $1) as drafts`,
        [tenant, from],
      ),
    );
    return counted!;
  }
}

interface DraftRow {
  readonly meetingId: string;
  readonly revision: number;
  readonly content: string;
  readonly savedBy: string;
  readonly savedAt: Date;
}

/**
 * Moves drafts of protocols, which are no events, to the municipality that a merger has formed. Interrupted and run
 * again, it continues. `idIn` gives the new id of a person who had one in two municipalities.
 */
export class TakeOverDrafts extends Command<void> {
  constructor(
    readonly from: string,
    readonly to: string,
    readonly idIn: (text: string) => string,
  ) {
    super();
  }
}

@CommandHandler(TakeOverDrafts)
export class TakeOverDraftsHandler implements ICommandHandler<TakeOverDrafts> {
  constructor(private readonly tables: WorkingTables) {}

  async execute({ from, to, idIn }: TakeOverDrafts): Promise<void> {
    for (let moved = true; moved;) moved = await this.moveOne(from, to, idIn);
  }

  /** Moves the drafts of one meeting; false when there was none. */
  private async moveOne(from: string, to: string, idIn: (text: string) => string): Promise<boolean> {
    const rows = await this.tables.in<DraftRow[]>(from, (tables) =>
      tables.query(
        `select meeting_id as "meetingId", revision, content::text as content, saved_by as "savedBy", saved_at as "savedAt"
         from meetings_protocol_draft
         where tenant = $1 and meeting_id = (select min(meeting_id::text)::uuid from meetings_protocol_draft where tenant = $1)`,
        [from],
      ),
    );
    const [first] = rows;
    if (!first) return false;
    // Written before they are removed: stopped in between, the same rows are written again, and found there.
    await this.tables.in(to, async (tables) => {
      for (const { meetingId, revision, content, savedBy, savedAt } of rows)
        await tables.query(
          `insert into meetings_protocol_draft (meeting_id, revision, tenant, content, saved_by, saved_at)
           values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
          [meetingId, revision, to, idIn(content), idIn(savedBy), savedAt],
        );
    });
    await this.tables.in(from, (tables) =>
      tables.query('delete from meetings_protocol_draft where tenant = $1 and meeting_id = $2', [
        from,
        first.meetingId,
      ]),
    );
    return true;
  }
}
