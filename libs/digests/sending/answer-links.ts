import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SignedLinks } from '#platform/identity';
import { ActionId, addDays, CalendarDate, PersonId, TenantId } from '#platform/kernel';
import { ANSWER_LINK_DAYS, type AnswerLink, type AskedAbout } from '#actions/contract';
import type { ToldStep } from '#alerts/contract';
import type { AnswerUrlOf } from '../rendering/lines.js';

/** The purpose that a link is signed for says what it is about. */
const PURPOSES: Readonly<Record<AskedAbout, string>> = {
  overdue: 'answer-about-action',
  'follow-up-missed': 'answer-about-follow-up',
};
const ABOUT = Object.keys(PURPOSES) as readonly AskedAbout[];
const Token = z.tuple([TenantId, ActionId, PersonId, CalendarDate, CalendarDate, z.string()]);

/** Links by which an action's owner answers without signing in. They hold ids and days, and nothing of the cause. */
@Injectable()
export class AnswerLinks {
  constructor(private readonly links: SignedLinks) {}

  /**
   * Those of a mail to a person: one for each of the person's own actions about whose due date or follow-up a step told
   * them, unless the link could not be used any longer. Undefined where there are none.
   */
  urlsIn(tenant: string, personId: string, told: readonly ToldStep[], today: CalendarDate): AnswerUrlOf | undefined {
    const urls = new Map(
      told.flatMap(({ alertId, kind, ownerId, subjectId: actionId, on: toldOn, countedFrom: day }) => {
        const about = ABOUT.find((each) => each === kind);
        if (!about || ownerId !== personId || today > addDays(toldOn, ANSWER_LINK_DAYS)) return [];
        return [[alertId, this.urlOf({ tenant, actionId, personId, toldOn, about, day })] as const];
      }),
    );
    return urls.size === 0 ? undefined : ({ kind, subjectId }) => urls.get(`${kind}:${subjectId}`);
  }

  /** Undefined for a token that was not made here. */
  linkOf(token: string): AnswerLink | undefined {
    const parsed = Token.safeParse(token.split('.'));
    if (!parsed.success) return undefined;
    const [tenant, actionId, personId, toldOn, day, signature] = parsed.data;
    const about = ABOUT.find((each) =>
      this.links.isSigned(signature, PURPOSES[each], tenant, actionId, personId, toldOn, day),
    );
    return about && { tenant, actionId, personId, toldOn, about, day };
  }

  private urlOf({ tenant, actionId, personId, toldOn, about, day }: AnswerLink): string {
    const parts = [tenant, actionId, personId, toldOn, day];
    const token = [...parts, this.links.sign(PURPOSES[about], ...parts)].join('.');
    return new URL(`/svar/${token}`, this.links.origin).href;
  }
}
