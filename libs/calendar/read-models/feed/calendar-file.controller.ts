import { Controller, Get, Header, Inject, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { PublicRoute } from '#platform/http';
import { SignedLinks, type Language } from '#platform/identity';
import { CLOCK, dayOf, PersonId, TenantId, type Clock } from '#platform/kernel';
import { Directory, isActive } from '#registry/contract';
import { planOf } from '../../files/calendar-file.js';
import { isFeedSigned } from '../../files/feed-address.js';
import { FeedStreams } from '../../streams/feed.streams.js';
import { OwnAppointments } from '../appointment/own-appointments.js';

const Signature = z.string().max(100);

/** A person's plan for their calendar program, by an address with a signature in place of a sign-in. */
@Controller('kalender')
export class CalendarFileController {
  constructor(
    private readonly feeds: FeedStreams,
    private readonly links: SignedLinks,
    private readonly directory: Directory,
    private readonly appointments: OwnAppointments,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':tenant/:personId/:feedId/:signature.ics')
  @PublicRoute({ summary: 'A calendar subscription: one’s own meetings as iCalendar (RFC 5545).' })
  @Header('Cache-Control', 'private, no-store')
  async read(
    @Param('tenant', { schema: TenantId }) tenant: string,
    @Param('personId', { schema: PersonId }) personId: string,
    @Param('feedId', { schema: z.uuid() }) feedId: string,
    @Param('signature', { schema: Signature }) signature: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const file = isFeedSigned(this.links, signature, { tenant, personId, feedId })
      ? await this.fileOf(tenant, personId, feedId)
      : undefined;
    if (file === undefined) {
      response.status(404).type('text/plain; charset=utf-8');
      return ENDED;
    }
    response.type('text/calendar; charset=utf-8');
    return file;
  }

  /** Undefined for a feed that was revoked, and for a person who holds no role any longer. */
  private async fileOf(tenant: string, personId: string, feedId: string): Promise<string | undefined> {
    const today = dayOf(this.clock.now());
    const { state } = await this.feeds.load(personId, tenant);
    if (state.feedId !== feedId) return undefined;
    const [person] = await this.directory.people(tenant, [personId]);
    if (!person || !isActive(person, today)) return undefined;
    const [own, units, municipality] = await Promise.all([
      this.appointments.of(tenant, personId, today),
      this.directory.units(tenant),
      this.directory.municipality(tenant),
    ]);
    const names = new Map(units.map(({ unitId, name }) => [unitId, name]));
    const language: Language = municipality?.languageForm === 'nn' ? 'nn' : 'nb';
    return planOf(own, {
      language,
      unitNameOf: (unitId) => names.get(unitId) ?? unitId,
      pageOf: (meetingId) => `${this.links.origin}/moter/${meetingId}`,
    });
  }
}

const ENDED = `Dette kalenderabonnementet er avsluttet. Lag et nytt i Samspill, eller slett det i kalenderen.
Dette kalenderabonnementet er avslutta. Lag eit nytt i Samspill, eller slett det i kalenderen.
`;
