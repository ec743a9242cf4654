import { Injectable } from '@nestjs/common';
import type { Asker } from '#platform/identity';
import { refuse, type Refused } from '#platform/kernel';
import { OpenActions, type OpenActionDto } from '#actions/contract';
import { DEFAULT_SETTINGS, Directory, type UnitDto } from '#registry/contract';
import type { ProtocolDraft } from '../domain/draft/protocol-draft.js';
import { filingRefusals } from '../domain/meeting/filing.refusals.js';
import { brokenByFiling } from '../domain/meeting/filing-rules.js';
import type { Meeting } from '../domain/meeting/meeting.state.js';
import { FilingFactsReader, namedIn, servicesIn } from '../facts/filing-facts.js';
import { NamedPeople } from '../facts/named-people.js';
import { UnitCalendars } from '../facts/unit-calendars.js';
import { MeetingLists } from '../read-models/meeting-register/meeting-lists.js';
import { ProtocolLists } from '../read-models/protocol-register/protocol-lists.js';
import type { DraftAnswer } from './draft.dto.js';
import { notAllInDraftWarnings } from './full-list-warning.js';
import { prefilledDraft, proposedDates } from './prefilled-draft.js';
import { smallUnitWarnings } from './small-unit-warning.js';

type Writable = Extract<Meeting, { status: 'planned' | 'called' | 'postponed' | 'held' }>;

/** The meeting that a draft can be written for, or a refusal. */
export function writable(meeting: Meeting): Writable | Refused<(typeof WHY_NOT)[keyof typeof WHY_NOT]> {
  switch (meeting.status) {
    case 'unplanned':
    case 'cancelled':
    case 'filed':
      return refuse(WHY_NOT[meeting.status]);
    default:
      return meeting;
  }
}
const WHY_NOT = {
  unplanned: 'MEETING_NOT_PLANNED',
  cancelled: 'MEETING_CANCELLED',
  filed: 'PROTOCOL_ALREADY_FILED',
} as const;

/** Collects the data that a writer needs with a draft: initial content, open actions, missing fields, warnings. */
@Injectable()
export class DraftAnswers {
  constructor(
    private readonly directory: Directory,
    private readonly actions: OpenActions,
    private readonly facts: FilingFactsReader,
    private readonly calendars: UnitCalendars,
    private readonly meetings: MeetingLists,
    private readonly protocols: ProtocolLists,
    private readonly named: NamedPeople,
  ) {}

  /** The draft before anyone has written. */
  async beginning(tenant: string, meeting: Writable): Promise<ProtocolDraft> {
    const [units, people, openActions, nextMeetingOn] = await Promise.all([
      this.unitsOf(tenant, meeting),
      this.directory.people(tenant),
      this.actions.openOn(tenant, meeting.unitIds, meeting.on),
      this.meetings.nextDay(tenant, meeting.unitIds, meeting.on),
    ]);
    return prefilledDraft({ meeting, units, people, openActions, nextMeetingOn });
  }

  async answer(
    asker: Asker,
    meeting: Writable,
    saved: Pick<DraftAnswer, 'revision' | 'savedBy' | 'savedAt' | 'merged'> & { readonly draft: ProtocolDraft },
  ): Promise<DraftAnswer> {
    const { tenant, today, language } = asker;
    const { draft } = saved;
    const heldOn = draft.heldOn ?? meeting.on;
    const [about, units, facts, isFreeFor, planned, lastUsed] = await Promise.all([
      this.directory.municipality(tenant),
      this.unitsOf(tenant, meeting),
      this.facts.of(tenant, meeting.unitIds, draft, meeting.on, today),
      this.calendars.of(tenant),
      this.meetings.nextDay(tenant, meeting.unitIds, heldOn),
      this.protocols.lastUsed(tenant, meeting.unitIds),
    ]);
    const owners = facts.openActions.map(({ ownerId }) => ownerId);
    const named = [...namedIn(draft), ...owners, saved.savedBy];
    const [people, services] = await Promise.all([
      this.named.of(tenant, named, meeting.unitIds, heldOn),
      this.named.services(tenant, servicesIn(draft)),
    ]);
    const settings = about?.settings ?? DEFAULT_SETTINGS;
    const nextMeetingOn = draft.nextMeetingOn ?? planned;
    const { unitIds, schoolYear, startsAt } = meeting;
    return {
      meetingId: meeting.meetingId,
      ...saved,
      openActions: facts.openActions.map(shown),
      proposed: {
        nextMeetingOn,
        ...proposedDates(heldOn, nextMeetingOn, settings, isFreeFor(units[0]?.kind ?? 'school')),
        ...lastUsed,
      },
      people,
      units: units.map(({ unitId: id, name, kind }) => ({ unitId: id, name, kind })),
      services,
      missing: brokenByFiling({ draft, unitIds, schoolYear, startsAt, today, facts }).map(({ rule, at }) => ({
        rule,
        at,
        detail: filingRefusals[rule][language],
      })),
      warnings: [
        ...smallUnitWarnings(draft, units, settings, language),
        ...notAllInDraftWarnings(
          draft,
          {
            standing: units.flatMap((unit) => unit.standing.map(({ personId }) => personId)),
            open: facts.openActions.map(({ actionId }) => actionId),
          },
          language,
        ),
      ],
    };
  }

  private async unitsOf(tenant: string, { unitIds }: Writable): Promise<readonly UnitDto[]> {
    const units = await Promise.all(unitIds.map((unitId) => this.directory.unit(tenant, unitId)));
    return units.filter((unit) => unit !== undefined);
  }
}

const shown = ({ actionId, unitIds, text, ownerId, dueOn, followUpOn }: OpenActionDto) => ({
  actionId,
  unitIds: [...unitIds],
  text,
  ownerId,
  dueOn,
  followUpOn,
});
