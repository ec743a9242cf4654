import { Body, Controller, Get, Header, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { OutsideRoute } from '#platform/http';
import { OwnerAnswer, OwnerAnswers } from '#actions/contract';
import { answerPage } from '../rendering/answer-page.js';
import { OUTSIDE_POLICY } from '../rendering/outside-page.js';
import { unknownLink } from '../rendering/unknown-link.js';
import { AnswerLinks } from '../sending/answer-links.js';
import { LinkLanguage } from '../sending/link-language.js';

const Token = z.string().max(300);
export const AnswerForm = z.object({ answer: OwnerAnswer });
const HTML = 'text/html; charset=utf-8';

/** An action's owner answers by the link in their mail, without signing in. Opening the link uses nothing up. */
@Controller('svar')
export class AnswerByLinkController {
  constructor(
    private readonly links: AnswerLinks,
    private readonly answers: OwnerAnswers,
    private readonly languages: LinkLanguage,
  ) {}

  @Get(':token')
  @OutsideRoute({ summary: 'A page with the owner’s possible answers; opening it changes nothing.' })
  @Header('Content-Type', HTML)
  @Header('Content-Security-Policy', OUTSIDE_POLICY)
  async ask(
    @Param('token', { schema: Token }) token: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const link = this.links.linkOf(token);
    if (!link) return unknownLink(request, response);
    const [standing, language] = await Promise.all([
      this.answers.standing(link),
      this.languages.of(link.tenant, link.personId, request),
    ]);
    if (standing === 'over') response.status(404);
    return answerPage(language, standing);
  }

  @Post(':token')
  @HttpCode(200)
  @OutsideRoute({ summary: 'Records the owner’s answer; a second time says that the link was used.' })
  @Header('Content-Type', HTML)
  @Header('Content-Security-Policy', OUTSIDE_POLICY)
  async answer(
    @Param('token', { schema: Token }) token: string,
    @Req() request: Request,
    @Body({ schema: AnswerForm }) { answer }: z.infer<typeof AnswerForm>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const link = this.links.linkOf(token);
    if (!link) return unknownLink(request, response);
    const language = await this.languages.of(link.tenant, link.personId, request);
    const result = await this.answers.answer(link, answer);
    // A used link is no error to its reader: the answer is there.
    if (result === 'over') response.status(404);
    return answerPage(language, result === 'recorded' ? { recorded: answer } : result);
  }
}
