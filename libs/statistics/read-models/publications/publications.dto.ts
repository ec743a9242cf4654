import { z } from 'zod';
import { CalendarDate } from '#platform/kernel';
import { BREAKDOWNS, Publication, PublishedFigure } from '../../contract/index.js';
import { HIDDEN_MARKS } from '../../domain/shown-figures/index.js';
import { PeriodKey } from '../figures/figures.dto.js';

export const Choice = z.strictObject({
  indicator: z.int().min(1).max(99),
  by: z.enum(BREAKDOWNS).nullable().default(null).describe('What it is divided by; null: not divided.'),
});
export const Choices = z.array(Choice).min(1).max(60);

/** `2,7:unit,18:month` */
export const ChoicesInQuery = z
  .string()
  .max(1000)
  .regex(/^\d{1,2}(:[a-z-]+)?(,\d{1,2}(:[a-z-]+)?)*$/)
  .describe('Figures to publish: numbers of indicators separated by commas, each with a division after a colon.');
export const PreviewQuery = z.object({ period: PeriodKey, figures: ChoicesInQuery });

export const PreviewAnswer = z.object({
  publication: Publication,
  sha256: z.string().describe('What you have seen: send it along when you publish.'),
  raw: z
    .array(
      z.object({
        whole: PublishedFigure,
        parts: z.array(z.object({ key: z.string(), figure: PublishedFigure })).nullable(),
        marks: z
          .array(z.object({ key: z.string().nullable(), mark: z.enum(HIDDEN_MARKS) }))
          .describe(
            'Of the figures hidden for small numbers, by the key of the part (null: the whole): `few` is itself below `k`; `would-tell` would tell such a one.',
          ),
      }),
    )
    .describe('The same figures before anything is hidden, in the same order: for you alone.'),
  versions: z.int().describe('How many versions of the period are published: with one, a reason is needed.'),
});

const Heading = {
  period: z.string(),
  version: z.int(),
  reason: z.string().nullable(),
  publishedOn: CalendarDate,
  sha256: z.string(),
};
export const PublicationsAnswer = z.object({
  municipality: z.string(),
  publications: z.array(z.object(Heading)).describe('The latest period first, and of each the latest version first.'),
});
export const OwnPublicationsAnswer = PublicationsAnswer.extend({
  latest: z
    .array(
      z.object({
        indicator: z.int(),
        name: z.object({ nb: z.string(), nn: z.string(), en: z.string() }),
        figure: PublishedFigure,
      }),
    )
    .nullable()
    .describe('Figures of the latest publication that are shares, undivided; null where nothing is published.'),
});
export const PublicationAnswer = z.object({
  municipality: z.string(),
  ...Heading,
  publication: Publication,
  versions: z.array(z.object(Heading)).describe('Every version of the period, the latest first.'),
});
