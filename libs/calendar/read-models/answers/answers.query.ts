import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { ReadSide } from '#platform/database';
import type { Asker } from '#platform/identity';
import { PersonId, type MeetingId } from '#platform/kernel';
import { MailSetup } from '#platform/mail';
import { Directory } from '#registry/contract';
import { InvitationAnswer } from '../../contract/index.js';
import { calledSubstitutes } from '../../sending/called-substitutes.js';
import { AppointmentRow } from '../appointment/appointment.entity.js';

export const MeetingAnswers = z.object({
  canAnswer: z.boolean().describe('Answers to invitations reach this installation.'),
  answers: z
    .array(
      z.object({
        personId: PersonId,
        name: z.string().nullable(),
        answer: InvitationAnswer.nullable().describe('Null while there is none about the meeting’s present time.'),
      }),
    )
    .describe('Those who are called, and substitutes of those who are away that day, by name.'),
});
export type MeetingAnswers = z.input<typeof MeetingAnswers>;

/** Asks which of the people who are called to a meeting say that they come. */
export class ReadAnswers extends Query<MeetingAnswers> {
  constructor(
    readonly meetingId: MeetingId,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ReadAnswers)
export class ReadAnswersHandler implements IQueryHandler<ReadAnswers> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly directory: Directory,
    private readonly setup: MailSetup,
  ) {}

  async execute({ meetingId, asker: { tenant } }: ReadAnswers): Promise<MeetingAnswers> {
    const row = await this.readSide.in(tenant, (tables) => tables.findOneBy(AppointmentRow, { tenant, meetingId }));
    const people = await this.directory.people(tenant);
    const instead = row ? calledSubstitutes(people)(row).map(({ personId }) => personId) : [];
    const called = [...(row?.calledIds ?? []), ...instead];
    const names = new Map(people.map(({ personId, name }) => [personId, name]));
    return {
      canAnswer: this.setup.hasInboundPath,
      answers: called
        .map((personId) => {
          const given = row?.answers[personId];
          const answer = given && given.sequence === row.sequence ? given.answer : null;
          return { personId: personId as PersonId, name: names.get(personId) ?? null, answer };
        })
        .toSorted((a, b) => BY_NAME.compare(a.name ?? '', b.name ?? '')),
    };
  }
}

const BY_NAME = new Intl.Collator('nb');
