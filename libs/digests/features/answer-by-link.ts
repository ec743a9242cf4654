import { Body, Controller, Get, Header, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { OutsideRoute } from '#platform/http';
import type { Language } from '#platform/identity';
import { OwnerAnswer, OwnerAnswers } from '#actions/contract';
import { ANSWER_WORDS, type AnswerWords } from '../rendering/answer-words.js';
import { outsidePage, OUTSIDE_POLICY } from '../rendering/outside-page.js';
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
    if (standing !== 'open') return refused(response, language, standing);
    const { ask, answers } = ANSWER_WORDS[language];
    const buttons = OwnerAnswer.options.map((value) => ({ name: 'answer', value, text: answers[value] }));
    return outsidePage({ language, ...ask, buttons });
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
    if (result !== 'recorded') return refused(response, language, result);
    return outsidePage({ language, ...ANSWER_WORDS[language].recorded[answer] });
  }
}

/** A used link is no error to its reader: the answer is there. */
function refused(response: Response, language: Language, why: keyof Pick<AnswerWords, 'used' | 'over'>): string {
  if (why === 'over') response.status(404);
  return outsidePage({ language, ...ANSWER_WORDS[language][why] });
}
