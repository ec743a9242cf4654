import { z } from 'zod';
import { BROWSERS, SYSTEMS } from '#platform/identity';

export const SessionId = z.uuid();

export const OwnSessions = z.object({
  items: z
    .array(
      z.object({
        sessionId: SessionId,
        current: z.boolean().describe('The session that asks.'),
        via: z.enum(['persona-picker', 'openid-connect']).describe('How it was begun.'),
        beganAt: z.iso.datetime(),
        usedAt: z.iso.datetime().describe('To within ten minutes.'),
        browser: z.enum(BROWSERS).nullable().describe('Family of the browser; null when unknown.'),
        system: z.enum(SYSTEMS).nullable().describe('Family of its operating system; null when unknown.'),
      }),
    )
    .describe('The last used first.'),
  idleMinutes: z.int().describe('A session ends this long after its last use.'),
  hours: z.int().describe('It ends this long after its beginning, however much it is used.'),
});

export const EndedSessions = z.object({
  ended: z.int().describe('Number of sessions that were ended; 0 if they had ended already.'),
});
