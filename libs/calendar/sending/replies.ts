import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { dedicatedConnection, ReadSide, runnerUrlOf } from '#platform/database';
import { isRefused, stableId, type PersonId } from '#platform/kernel';
import { InboundHandler, type InboundMessage, type InboundOutcome } from '#platform/mail';
import { Directory } from '#registry/contract';
import { replyIn, type Reply } from '../files/reply.js';
import { AppointmentRow } from '../read-models/appointment/appointment.entity.js';
import { AnswersStreams } from '../streams/answers.streams.js';
import { calledSubstitutes } from './called-substitutes.js';

/**
 * Answers to invitations (iTIP REPLY). They are not signed: an answer counts for the person who is called with that
 * address, and shows no more than who says that they come.
 */
@Injectable()
export class Replies extends InboundHandler {
  constructor(
    private readonly source: DataSource,
    private readonly readSide: ReadSide,
    private readonly directory: Directory,
    private readonly streams: AnswersStreams,
  ) {
    super();
  }

  async take({ parts }: InboundMessage): Promise<InboundOutcome | null> {
    const part = parts.find(({ type, method }) => type === 'text/calendar' && method === 'REPLY');
    if (!part) return null;
    const reply = replyIn(part.content);
    if (!reply) return { rejected: UNREADABLE };
    for (const tenant of await this.tenantsOf(reply.meetingId)) {
      const personId = await this.calledWith(tenant, reply);
      if (personId !== undefined) return this.record(tenant, personId, reply);
    }
    return { rejected: NOT_CALLED };
  }

  private async record(
    tenant: string,
    personId: PersonId,
    { meetingId, answer, sequence }: Reply,
  ): Promise<InboundOutcome> {
    const command = { type: 'AnswerInvitation', meetingId, personId, answer, sequence } as const;
    const id = stableId('answer', tenant, meetingId, personId, answer, sequence);
    const outcome = await this.streams.run(
      meetingId,
      { ...command, facts: { isInvited: true } },
      { tenant, actor: personId, commandId: id, request: id, correlationId: id },
    );
    return isRefused(outcome) ? { rejected: NOT_CALLED } : { done: `Recorded an answer about meeting ${meetingId}.` };
  }

  /** The person who is called to the meeting, or stands in for one who is, and has the address. */
  private async calledWith(tenant: string, { meetingId, attendee }: Reply): Promise<PersonId | undefined> {
    const row = await this.readSide.in(tenant, (tables) => tables.findOneBy(AppointmentRow, { tenant, meetingId }));
    if (!row) return undefined;
    const called = Object.entries(row.invited).flatMap(([personId, { isCalled }]) => (isCalled ? [personId] : []));
    const people = await this.directory.people(tenant);
    const instead = calledSubstitutes(people)(row).map(({ personId }) => personId);
    const mayAnswer = new Set([...called, ...instead]);
    const found = people.find(({ personId, email }) => mayAnswer.has(personId) && email?.toLowerCase() === attendee);
    return found?.personId as PersonId | undefined;
  }

  /** An answer does not say whose meeting it is about; after a merger, the new municipality has it too. */
  private async tenantsOf(meetingId: string): Promise<readonly string[]> {
    const client = await dedicatedConnection(runnerUrlOf(this.source), 'samspill_runner');
    try {
      const { rows } = await client.query<{ tenant: string }>(
        'select tenant from calendar_appointment where meeting_id = $1 order by tenant desc',
        [meetingId],
      );
      return rows.map(({ tenant }) => tenant);
    } finally {
      await client.end();
    }
  }
}

const UNREADABLE = 'The mail holds an answer to an invitation that cannot be read, or that is of another system.';
const NOT_CALLED = 'The answer is of an address that is not called to the meeting, or the meeting is not known here.';
