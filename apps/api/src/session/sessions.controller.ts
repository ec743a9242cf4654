import { Controller, Delete, Get, Param, Req } from '@nestjs/common';
import { SignedInRoute, type AskedRequest } from '#platform/http';
import { Sessions } from '#platform/identity';
import { EndedSessions, OwnSessions, SessionId } from './sessions.dto.js';

/** Looks at one's own sessions, and ends them from elsewhere. */
@Controller()
export class SessionsController {
  constructor(private readonly sessions: Sessions) {}

  @Get('sessions')
  @SignedInRoute({ summary: 'Where I am signed in.', answer: OwnSessions })
  async own(@Req() { asker, session }: AskedRequest) {
    const listed = await this.sessions.list(asker.tenant, asker.personId);
    const items = listed.map(({ beganAt, usedAt, ...rest }) => ({
      ...rest,
      beganAt: beganAt.toISOString(),
      usedAt: usedAt.toISOString(),
      current: rest.sessionId === session.sessionId,
    }));
    const { idleMinutes, hours } = this.sessions.limits;
    return { items, idleMinutes, hours };
  }

  @Delete('sessions')
  @SignedInRoute({
    needsConfirmation: true,
    summary: 'End all my sessions but the one that asks.',
    answer: EndedSessions,
  })
  async endOthers(@Req() { asker, session }: AskedRequest) {
    const { tenant, personId } = asker;
    return { ended: await this.sessions.endAll({ tenant, personId }, session.sessionId) };
  }

  @Delete('sessions/:sessionId')
  @SignedInRoute({ needsConfirmation: true, summary: 'End one of my sessions.', answer: EndedSessions })
  async endOne(@Param('sessionId', { schema: SessionId }) sessionId: string, @Req() { asker }: AskedRequest) {
    const hasEnded = await this.sessions.endOne(asker.tenant, asker.personId, sessionId);
    return { ended: hasEnded ? 1 : 0 };
  }
}
