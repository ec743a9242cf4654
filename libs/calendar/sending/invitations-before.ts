import { Injectable } from '@nestjs/common';
import { Dispatches, type DispatchState } from '#platform/mail';
import { INVITATION } from './due-invitations.js';

/** More invitations than anybody gets. */
const EVERY = { page: 1, size: 100_000 };

/** Mails that nobody has got, or not yet: what is no longer so when they are composed is not told. */
const NOT_SENT: readonly DispatchState[] = ['due', 'nothing', 'no-address'];

/** A meeting to which a substitute has been invited. */
export interface InvitedBefore {
  readonly personId: string;
  readonly absentId: string;
  /** The role that the substitute held then. */
  readonly roleId: string | undefined;
  readonly meetingId: string;
  /** Period of the latest invitation's dispatch. */
  readonly period: string;
}

/** Tells which invitations substitutes have got, from the mails that were announced. */
@Injectable()
export class InvitationsBefore {
  constructor(private readonly dispatches: Dispatches) {}

  /** The latest of each person and meeting. */
  async of(tenant: string, personIds: readonly string[]): Promise<readonly InvitedBefore[]> {
    const lists = await Promise.all(
      personIds.map((personId) => this.dispatches.list(tenant, { kinds: [INVITATION], personId }, EVERY)),
    );
    const found = lists.flatMap(({ items }) =>
      items
        .toReversed()
        .flatMap(({ personId, period, state, about: { meetingId, absentId, roleId } }) =>
          meetingId === undefined || absentId === undefined || NOT_SENT.includes(state)
            ? []
            : [{ personId, absentId, roleId, meetingId, period }],
        ),
    );
    return [...new Map(found.map((it) => [`${it.personId} ${it.meetingId}`, it])).values()];
  }
}
