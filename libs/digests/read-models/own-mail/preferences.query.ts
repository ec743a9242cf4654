import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { isPublicHoliday } from '#platform/holidays';
import type { Asker } from '#platform/identity';
import { addDays, CLOCK, refuse, type CalendarDate, type Clock } from '#platform/kernel';
import { dispatchIdOf, Dispatches } from '#platform/mail';
import { isHeld } from '#registry/contract';
import { digestWeekOf } from '../../contract/index.js';
import { isDigestMandatory } from '../../domain/content/reach.js';
import { nextDigestOn } from '../../domain/schedule/digest-day.js';
import { hourOn } from '../../domain/schedule/mail-hours.js';
import { MailReceivers, type ReceiversOfDay } from '../../sending/mail-receivers.js';
import { PreferencesStreams } from '../../streams/preferences.streams.js';

/** The asker's choices about mail. */
export class ReadPreferences extends Query<object> {
  constructor(readonly asker: Asker) {
    super();
  }
}

@QueryHandler(ReadPreferences)
export class ReadPreferencesHandler implements IQueryHandler<ReadPreferences> {
  constructor(
    private readonly preferences: PreferencesStreams,
    private readonly receivers: MailReceivers,
    private readonly dispatches: Dispatches,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ asker: { tenant, personId, roles, today } }: ReadPreferences) {
    const [{ state, revision }, receivers] = await Promise.all([
      this.preferences.load(personId, tenant),
      this.receivers.on(tenant, today),
    ]);
    if (!receivers) return refuse('NOT_FOUND');
    const isMandatory = isDigestMandatory(roles);
    const mayChooseDigest = !isMandatory && roles.some(({ role }) => role === 'unit-leader');
    const getsDigest = isMandatory || (mayChooseDigest && state.chosen.wantsDigest);
    const { language, settings } = receivers;
    const weekday = state.chosen.digestWeekday ?? settings.weekday;
    return {
      revision: String(revision),
      chosen: state.chosen,
      isDigestMandatory: isMandatory,
      mayChooseDigest,
      getsDigest,
      nextDigestOn: getsDigest
        ? await this.nextDigest(tenant, personId, today, { weekday, hour: settings.hour })
        : null,
      email: receivers.activePerson(personId)?.email ?? null,
      coordinators: coordinatorsOf(receivers),
      municipality: { language, digestWeekday: settings.weekday, hour: settings.hour },
    };
  }

  private async nextDigest(
    tenant: string,
    personId: string,
    today: CalendarDate,
    { weekday, hour }: { readonly weekday: number; readonly hour: number },
  ): Promise<CalendarDate> {
    const week = digestWeekOf(today);
    const announced = await this.dispatches.one(
      tenant,
      dispatchIdOf(tenant, { personId, kind: 'digest', period: week }),
    );
    // After the hour of the morning round, today's has been done.
    const from = this.clock.now() < hourOn(today, hour) ? today : addDays(today, 1);
    return nextDigestOn(
      { from, weekday, hasDigestOf: (it) => announced !== undefined && it === week },
      isPublicHoliday,
    );
  }
}

/** People who can correct a mail address. */
const coordinatorsOf = ({ people, day }: ReceiversOfDay) =>
  people
    .filter(({ roles }) => roles.some((it) => it.role === 'coordinator' && isHeld(it, day)))
    .map(({ personId, name }) => ({ personId, name }));
