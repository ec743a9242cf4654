import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Asker } from '#platform/identity';
import { CLOCK, type Clock } from '#platform/kernel';
import { digestWeekOf, type DigestContent, type DigestFigure, type DigestWeek } from '../../contract/index.js';
import { figureLists, type CountedThing } from '../../domain/content/figure-lists.js';
import { digestReceiver, isWithinReach, vacantOn } from '../../domain/content/reach.js';
import { DigestFactory } from '../../sending/digest-factory.js';
import { MailReceivers, type ReceiversOfDay } from '../../sending/mail-receivers.js';
import { digestIdOf, DigestStreams } from '../../streams/digest.streams.js';
import type { DigestFigureAnswer } from './digest-figure.dto.js';

/** The things that a figure of one's own digest counts, as they were known when it was made; of this week's next one, as they are now. */
export class ReadDigestFigure extends Query<DigestFigureAnswer> {
  constructor(
    readonly week: DigestWeek,
    readonly figure: DigestFigure,
    /** Id, `none` for actions that belong to no service, or null for all. */
    readonly service: string | null,
    readonly asker: Asker,
  ) {
    super();
  }
}

/** Things in a list; a page that lists more of them is the statistics'. */
const MOST_THINGS = 200;
/** A figure of a digest, and the moment by which it was known; left out: now. */
interface Source extends Pick<DigestContent, 'on' | 'reach' | 'asOf'> {
  readonly knownBy?: Date;
}

@QueryHandler(ReadDigestFigure)
export class ReadDigestFigureHandler implements IQueryHandler<ReadDigestFigure> {
  constructor(
    private readonly streams: DigestStreams,
    private readonly factory: DigestFactory,
    private readonly receivers: MailReceivers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ week, figure, service, asker }: ReadDigestFigure): Promise<DigestFigureAnswer> {
    const { tenant, personId, today } = asker;
    const receivers = await this.receivers.on(tenant, today);
    const reach = receivers && reachNow(receivers, personId);
    const source = await this.source(week, reach ?? null, asker);
    if (!receivers || !source) return { week, figure, made: null };
    const { on, asOf, knownBy } = source;
    const known = { day: on, ...(await this.factory.known(tenant, on, knownBy)) };
    const lists = figureLists(figure, known, source.reach, service);
    // A person who reads less now than then sees the figures that they were sent, and not what these count.
    const isOpen = reach !== undefined && reach !== null && isWithinReach(source.reach, reach);
    return {
      week,
      figure,
      made: {
        on,
        asOf,
        isMade: knownBy !== undefined,
        isOpen,
        service: service === null ? null : { serviceId: service, name: receivers.nameOf(service) ?? null },
        lists: lists.map(({ key, count, of, things }) => ({
          ...{ key, count, of },
          things: isOpen ? things.slice(0, MOST_THINGS).map((thing) => shown(thing, receivers)) : [],
        })),
      },
    };
  }

  private async source(week: DigestWeek, reach: DigestContent['reach'] | null, asker: Asker): Promise<Source | null> {
    const { tenant, personId, today } = asker;
    const { made } = (await this.streams.load(digestIdOf(personId, week), tenant)).state;
    if (made) return { ...made, knownBy: new Date(made.anchor?.asOf ?? made.asOf) };
    if (week !== digestWeekOf(today) || reach === null) return null;
    return { on: today, asOf: this.clock.now().toISOString(), reach };
  }
}

/** The reach of the person's digest today; null for somebody whose roles give none. */
function reachNow(receivers: ReceiversOfDay, personId: string): DigestContent['reach'] | null {
  const person = receivers.activePerson(personId);
  const { day } = receivers;
  const receiver = person && digestReceiver(person, { wantsDigest: true }, day, receivers, vacantOn(day, receivers));
  return receiver?.reach ?? null;
}

const shown = ({ kind, id, unitIds, on, workingDays }: CountedThing, { nameOf }: ReceiversOfDay) => ({
  ...{ kind, id, on, workingDays },
  units: unitIds.map((unitId) => ({ unitId, name: nameOf(unitId) ?? null })),
});
