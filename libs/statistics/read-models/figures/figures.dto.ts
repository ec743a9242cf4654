import { z } from 'zod';
import { Paging } from '#platform/http';
import { CalendarDate, PersonId, ServiceId, UnitId } from '#platform/kernel';
import { UnitKind } from '#registry/contract';
import { BREAKDOWNS, periodOf } from '../../contract/index.js';
import { ABSENT_REASONS } from '../../domain/shown-figures/index.js';

export const PeriodKey = z
  .string()
  .refine((key) => periodOf(key) !== undefined)
  .describe('A month (2026-10), half-year (2026H2), school year (2026-2027) or several (2020-2027).');

export const FigureFilters = z.object({
  period: PeriodKey.optional().describe('Left out: this school year.'),
  by: z.enum(BREAKDOWNS).optional().describe('What the figure is divided by; left out: not divided.'),
  unit: UnitId.optional().describe('Only cases of this unit.'),
  service: ServiceId.optional().describe('Only cases of this service.'),
  kind: UnitKind.optional().describe('Only cases of units of this kind.'),
  area: z.string().min(1).max(100).optional().describe('Only cases of units in this area.'),
  asOf: z
    .union([z.iso.datetime({ offset: true }), CalendarDate])
    .optional()
    .describe('The moment whose knowledge the answer is made of, or a day: its end in Norway. Left out: now.'),
});
export type FigureFilters = z.infer<typeof FigureFilters>;
export const FiguresQuery = FigureFilters.extend({
  indicators: z
    .string()
    .regex(/^\d{1,2}(,\d{1,2}){0,39}$/)
    .describe('Numbers of indicators, separated by commas.'),
});
export type FiguresQuery = z.infer<typeof FiguresQuery>;

export const CasesQuery = Paging.extend(FigureFilters.omit({ by: true }).shape).extend({
  counts: z.enum(['true', 'false']).optional().describe('Only cases that count in the numerator, or only the others.'),
});
export type CasesQuery = z.infer<typeof CasesQuery>;
export const ChangesQuery = Paging.extend(FigureFilters.omit({ by: true }).shape).extend({
  asOf: FigureFilters.shape.asOf.unwrap().describe('The earlier moment, or a day: its end in Norway.'),
});
export type ChangesQuery = z.infer<typeof ChangesQuery>;
/** Which cases of a figure are asked for. */
export type CasesFilter = Pick<CasesQuery, 'counts' | 'page' | 'size'>;

const Figure = z.object({
  numerator: z.number(),
  denominator: z.number(),
  value: z.number().nullable().describe('In the indicator’s unit; null where there is nothing to compute it from.'),
  spread: z
    .object({ mean: z.number(), lowerQuartile: z.number(), median: z.number(), upperQuartile: z.number() })
    .nullable(),
  asides: z
    .array(z.object({ key: z.string(), numerator: z.number(), denominator: z.number() }))
    .describe('Second numbers that are shown with the figure, by the catalogue’s asides.'),
});

const SUBJECTS = ['unit', 'unit-month', 'meeting', 'protocol', 'action', 'person'] as const;

const Improvement = z.object({
  word: z
    .enum(['better', 'worse', 'as-before', 'too-few-points'])
    .nullable()
    .describe(
      'Of the last finished point, by the first twelve of the whole history; null where neither direction is better, or few cases.',
    ),
  mean: z.number().nullable().describe('Null with fewer than twelve finished points.'),
  lower: z.number().nullable().describe('Null also where no value can be below it.'),
  upper: z.number().nullable().describe('Null also where no value can be above it.'),
  baseline: z
    .object({ from: z.string(), to: z.string() })
    .nullable()
    .describe(
      'The first and the last of the twelve points that the limits are made of; they may be earlier than `points`.',
    ),
  points: z.array(
    z.object({
      key: z.string(),
      isFinished: z.boolean(),
      isBaseline: z.boolean(),
      signals: z.array(
        z.object({
          kind: z.enum(['outside', 'run', 'outer-third', 'trend']),
          towards: z.enum(['higher', 'lower']),
        }),
      ),
    }),
  ),
});

/** A hidden figure has no numbers at all: it is absent, not masked (§ 3.7 h). */
const ShownFigure = z.union([
  Figure,
  z.strictObject({
    hidden: z
      .enum(ABSENT_REASONS)
      .describe(
        'Why it is absent. `small-numbers`, `unproven`: it, or another one by the difference, would tell about single children. `not-final`: figures about children come thirty days after the school year. `not-divided`: this division or filter is not for you. `one-employee`: it would be about one employee.',
      ),
  }),
]);

export const IndicatorFigure = z.object({
  indicator: z.int(),
  version: z.int(),
  subject: z
    .enum(SUBJECTS)
    .nullable()
    .describe('What the denominator counts; null where there is nothing, or the figure is hidden.'),
  whole: ShownFigure,
  additive: z
    .boolean()
    .describe('False: a joint meeting is in several parts, so that they do not add up to the whole.'),
  parts: z
    .array(z.object({ key: z.string(), name: z.string().nullable(), figure: ShownFigure }))
    .nullable()
    .describe('By `by`; null where it was not asked for.'),
  improvement: Improvement.nullable().describe(
    'Where `by` is a time: the parts that are points of a series, oldest first.',
  ),
});
const AnsweredFor = {
  period: z.object({ key: z.string(), from: CalendarDate, to: CalendarDate }),
  today: CalendarDate.describe('The day of the moment, in Norway.'),
  asOf: z.iso.datetime().nullable().describe('The moment asked for; null: now.'),
  isProtected: z.boolean().describe('You see figures with small numbers hidden, since you may not open every case.'),
  anchor: z
    .object({ eventId: z.uuid(), recordedAt: z.iso.datetime() })
    .nullable()
    .describe(
      'The last event that the answer is made of; null where nothing was known, and for those who see figures protected.',
    ),
};
export const FiguresAnswer = z.object({ ...AnsweredFor, figures: z.array(IndicatorFigure) });
export type FiguresAnswer = z.infer<typeof FiguresAnswer>;

const Texts = z.object({ nb: z.string(), nn: z.string(), en: z.string() });
export const CatalogueAnswer = z.object({
  indicators: z.array(
    z.object({
      id: z.int(),
      version: z.int(),
      since: CalendarDate,
      group: z.enum(['compliance', 'actions', 'early-intervention', 'results', 'system']),
      name: Texts,
      explanation: Texts,
      numerator: Texts,
      denominator: Texts,
      exclusions: Texts.nullable(),
      unit: z.enum(['per-cent', 'number', 'calendar-days', 'working-days', 'months', 'mean']),
      better: z.enum(['higher', 'lower']).nullable(),
      measure: z.string(),
      counted: z.enum(['organisation', 'children', 'one-employee']),
      by: z.array(z.enum(BREAKDOWNS)),
      additive: z.boolean(),
      asides: z.array(
        z.object({
          key: z.string(),
          name: Texts,
          isOutside: z.boolean().describe('Its cases are left out of the figure, and are shown beside it.'),
          of: z.enum(['cases', 'amounts']),
        }),
      ),
      besides: z.int().nullable(),
      besidesAside: z.string().nullable().describe('The aside of that indicator which is shown; null: its figure.'),
    }),
  ),
  missing: z.array(z.object({ id: z.int(), name: Texts, reason: Texts })),
});

export const CasesAnswer = z.object({
  ...AnsweredFor,
  indicator: z.int(),
  version: z.int(),
  whole: Figure,
  leftOut: z
    .array(z.object({ key: z.string(), name: Texts, count: z.int() }))
    .describe('What the figure leaves out, by reason; only reasons with cases, and as far as the indicator can tell.'),
  shared: z.int().describe('Cases that several units share: each unit counts them, the whole counts them once.'),
  items: z
    .array(
      z.object({
        kind: z.enum(SUBJECTS),
        id: z.string(),
        on: CalendarDate,
        unitIds: z.array(UnitId),
        counts: z.boolean(),
        amount: z.number().nullable(),
        asides: z.array(z.string()).describe('Keys of the asides that it belongs to.'),
        personId: PersonId.nullable().describe('The responsible person, in a figure of each person.'),
      }),
    )
    .describe('Those that need work first: they do not count, or where less is better, they do.'),
  total: z.int(),
  page: z.int(),
  size: z.int(),
});

const SubjectShare = z
  .object({ cases: z.int(), counting: z.int(), amount: z.number().nullable() })
  .describe('Its cases, those in the numerator, and the sum of their amounts.');
export const ChangesAnswer = z.object({
  ...AnsweredFor,
  indicator: z.int(),
  version: z.int(),
  before: Figure,
  after: Figure.describe('The figure as it is known now.'),
  added: z.int(),
  removed: z.int(),
  changed: z.int(),
  items: z
    .array(
      z.object({
        kind: z.enum(SUBJECTS),
        id: z.string(),
        on: CalendarDate,
        unitIds: z.array(UnitId),
        how: z.enum(['added', 'removed', 'changed']),
        before: SubjectShare.nullable(),
        after: SubjectShare.nullable(),
      }),
    )
    .describe('What is in the figure in another way than then, the latest day first.'),
  total: z.int(),
  page: z.int(),
  size: z.int(),
});
