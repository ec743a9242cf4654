import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { canonical, CLOCK, dayOf, type Clock } from '#platform/kernel';
import {
  indicatorWith,
  type Anchor,
  type Breakdown,
  type Indicator,
  type Period,
  type Publication,
  type PublishedFigure,
  type PublishedIndicator,
} from '../contract/index.js';
import {
  isAboutChildren,
  marksOf,
  PUBLIC,
  rawFigures,
  reasonAgainst,
  withoutSingleEmployees,
  type MarkedFigure,
  type ShownFigure,
  type ShownFigures,
} from '../domain/shown-figures/index.js';
import { FactsReader } from './facts-reader.js';
import { FinalFigures } from './final-figures-reader.js';

/** Version of the rules that hide small numbers, named by each publication. Raised when ADR 0307, 0316, 0322 or 0364 changes. */
export const PROTECTION_VERSION = 3;

/** One figure to publish. */
export interface Chosen {
  readonly indicator: number;
  readonly by: Breakdown | null;
}

/** A publication with its checksum, and the same figures before anything is hidden. */
export interface MadePublication {
  readonly publication: Publication;
  readonly sha256: string;
  /** In the order of the publication's indicators. */
  readonly raw: readonly UnprotectedFigures[];
}

/** A figure before anything is hidden. */
export interface UnprotectedFigures extends ShownFigures {
  /** Why each part of it that is hidden for small numbers is hidden. */
  readonly marks: readonly MarkedFigure[];
}

/** A figure about single employees that only some roles may see is never published. */
const FOR_SOME_ROLES: ShownFigures = { whole: { hidden: 'one-employee' }, parts: null };

interface MomentOfFigures {
  readonly asOf: Date;
  readonly anchor: Anchor | null;
}

/** SHA-256 of a publication in canonical form. */
export const checksumOf = (publication: Publication): string =>
  createHash('sha256').update(canonical(publication)).digest('hex');

/**
 * Makes a publication of figures as everybody may see them. Those about the organisation are as they were known at the
 * last event that facts are made of, so that a preview and its publication are the same; those about children as of the
 * period's final moment (ADR 0316).
 */
@Injectable()
export class PublicationMaker {
  constructor(
    private readonly reader: FactsReader,
    private readonly final: FinalFigures,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `asOf`: the moment of the figures about the organisation; left out: the last event's. */
  async make(tenant: string, period: Period, chosen: readonly Chosen[], asOf?: Date): Promise<MadePublication> {
    const anchor = await this.reader.anchorAt(tenant, asOf ?? this.clock.now());
    const moment = asOf ?? anchor?.recordedAt ?? this.clock.now();
    const now: MomentOfFigures = { asOf: moment, anchor };
    const { facts } = await this.reader.at(
      tenant,
      period,
      moment,
      chosen.map(({ indicator }) => indicatorWith(indicator)!),
    );
    const ofChildren = this.ofChildren(tenant, period, now);
    const final = await this.final.facts(tenant, period, dayOf(this.clock.now()));
    const made: { readonly published: PublishedIndicator; readonly raw: UnprotectedFigures }[] = [];
    for (const { indicator: id, by } of chosen) {
      const indicator = indicatorWith(id)!;
      const known = isAboutChildren(indicator) && final ? final.facts : facts;
      const { raw, counted } = rawFigures(indicator, known, period, by ?? undefined);
      const { figures, at } = indicator.roles
        ? { figures: FOR_SOME_ROLES, at: now }
        : isAboutChildren(indicator)
          ? await ofChildren(indicator, by ?? undefined)
          : { figures: withoutSingleEmployees(raw, facts, { filter: {}, by: by ?? undefined }), at: now };
      const nameOf = (key: string) =>
        facts.unit(key)?.name ?? facts.services.find(({ serviceId }) => serviceId === key)?.name ?? null;
      made.push({
        raw: { ...raw, marks: marksOf(indicator, figures, counted, PUBLIC) },
        published: {
          indicator: id,
          version: indicator.version,
          by,
          moment: { asOf: at.asOf.toISOString(), eventId: at.anchor?.eventId ?? null },
          whole: publishedFigure(figures.whole),
          parts:
            figures.parts?.map(({ key, figure }) => ({ key, name: nameOf(key), figure: publishedFigure(figure) })) ??
            null,
        },
      });
    }
    const publication: Publication = {
      period: period.key,
      k: PUBLIC.whole,
      protection: PROTECTION_VERSION,
      indicators: made.map(({ published }) => published),
    };
    return { publication, sha256: checksumOf(publication), raw: made.map(({ raw }) => raw) };
  }

  /** Finds figures about children; those of one division are made together. */
  private ofChildren(tenant: string, period: Period, now: MomentOfFigures) {
    const today = dayOf(this.clock.now());
    const made = new Map<Breakdown | undefined, ReturnType<FinalFigures['of']>>();
    return async (
      { id }: Indicator,
      by: Breakdown | undefined,
    ): Promise<{ figures: ShownFigures; at: MomentOfFigures }> => {
      const against = reasonAgainst({ period, by, isFiltered: false }, today);
      if (against) return { figures: { whole: { hidden: against }, parts: null }, at: now };
      const making = made.get(by) ?? this.final.of(tenant, period, by, PUBLIC, today);
      made.set(by, making);
      return { figures: (await making)!.get(id)!, at: await this.final.moment(tenant, period, today) };
    };
  }
}

/** Spreads are left out: quartiles are values of single cases. */
const publishedFigure = (figure: ShownFigure): PublishedFigure =>
  'hidden' in figure
    ? { hidden: figure.hidden }
    : { numerator: figure.numerator, denominator: figure.denominator, value: figure.value };
