import { Controller, Get, Header, Inject } from '@nestjs/common';
import { CLOCK, type Clock } from '#platform/kernel';
import { HTTP_OPTIONS, type HttpOptions } from './http-options.js';
import { ProblemError } from './problem.js';
import { PublicRoute } from './routes.js';

const VALID_DAYS = 180;
const DAY_MS = 86_400_000;

/** Names the contact for weaknesses of this installation (RFC 9116); not found where none is set. */
@Controller('.well-known/security.txt')
export class SecurityTxtController {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(HTTP_OPTIONS) private readonly options: HttpOptions,
  ) {}

  @Get()
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @PublicRoute({ summary: 'Whom to tell about a weakness of this installation.', problems: ['not-found'] })
  read(): string {
    const { securityContact, origin } = this.options;
    if (securityContact === undefined) throw new ProblemError('not-found');
    // By whole days, so that the answer does not change with every request.
    const today = Math.floor(this.clock.now().getTime() / DAY_MS);
    const lines = [
      `Contact: ${securityContact}`,
      `Expires: ${new Date((today + VALID_DAYS) * DAY_MS).toISOString()}`,
      'Preferred-Languages: nb, nn, en',
      ...(origin === undefined ? [] : [`Canonical: ${origin}/.well-known/security.txt`]),
    ];
    return `${lines.join('\n')}\n`;
  }
}
