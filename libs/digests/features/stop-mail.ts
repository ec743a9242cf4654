import { Controller, Get, Header, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { OutsideRoute } from '#platform/http';
import { isRefused, stableId } from '#platform/kernel';
import { PREFERENCE_OF } from '../domain/preferences/preferences.decider.js';
import { OUTSIDE_POLICY } from '../rendering/outside-page.js';
import { stopPage } from '../rendering/stop-page.js';
import { unknownLink } from '../rendering/unknown-link.js';
import { LinkLanguage } from '../sending/link-language.js';
import { StopLinks, type StopLink } from '../sending/stop-links.js';
import { PreferencesStreams } from '../streams/preferences.streams.js';

const Token = z.string().max(300);
const HTML = 'text/html; charset=utf-8';

/** Stops a kind of mail by the link in it, without signing in (RFC 8058). Opening the link changes nothing. */
@Controller('avmeld')
export class StopMailController {
  constructor(
    private readonly links: StopLinks,
    private readonly preferences: PreferencesStreams,
    private readonly languages: LinkLanguage,
  ) {}

  @Get(':token')
  @OutsideRoute({ summary: 'A page with a button that stops one kind of mail; opening it changes nothing.' })
  @Header('Content-Type', HTML)
  @Header('Content-Security-Policy', OUTSIDE_POLICY)
  async ask(
    @Param('token', { schema: Token }) token: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const link = this.links.linkOf(token);
    if (!link) return unknownLink(request, response);
    const language = await this.languages.of(link.tenant, link.personId, request);
    return stopPage(language, link.what, await this.isSent(link));
  }

  @Post(':token')
  @HttpCode(200)
  @OutsideRoute({ summary: 'Stops the mail; a second time says that it is stopped.' })
  @Header('Content-Type', HTML)
  @Header('Content-Security-Policy', OUTSIDE_POLICY)
  async stop(
    @Param('token', { schema: Token }) token: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const link = this.links.linkOf(token);
    if (!link) return unknownLink(request, response);
    const { tenant, personId, what } = link;
    const { revision } = await this.preferences.load(personId, tenant);
    // The same press of the button, sent twice, is one command; after another choice it is a new one.
    const commandId = stableId('stop-mail', tenant, personId, what, String(revision));
    const outcome = await this.preferences.run(
      personId,
      { type: 'StopMail', what },
      { tenant, actor: personId, commandId, request: commandId, correlationId: commandId },
    );
    if (isRefused(outcome)) return unknownLink(request, response);
    return stopPage(await this.languages.of(tenant, personId, request), what, false);
  }

  private async isSent({ tenant, personId, what }: StopLink): Promise<boolean> {
    const { state } = await this.preferences.load(personId, tenant);
    return state.chosen[PREFERENCE_OF[what]];
  }
}
