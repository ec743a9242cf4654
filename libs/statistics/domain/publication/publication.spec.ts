import { PersonId, type CalendarDate } from '#platform/kernel';
import { specification } from '../../../platform/kernel/specification.js';
import { FiguresPublished, type Publication } from '../../contract/publication.events.js';
import type { PublishFigures } from './publication.commands.js';
import { publication } from './publication.decider.js';

const { accepts, refuses } = specification('publications of a period', publication);

const by = PersonId.parse('018f0c5e-0000-7000-8000-000000000101');
const today = '2027-08-31' as CalendarDate;
const [first, other] = ['a'.repeat(64), 'b'.repeat(64)];
const content: Publication = {
  period: '2026-2027',
  k: 5,
  protection: 1,
  indicators: [
    {
      indicator: 2,
      version: 1,
      by: null,
      moment: { asOf: '2027-08-31T10:00:00.000Z', eventId: null },
      whole: { numerator: 300, denominator: 319, value: 94.04 },
      parts: null,
    },
  ],
};
const publish = (changes: Partial<PublishFigures> = {}): PublishFigures => ({
  type: 'PublishFigures',
  publication: content,
  sha256: first,
  seen: first,
  reason: null,
  today,
  by,
  facts: { isOver: true, showsAnything: true },
  ...changes,
});
const published = (version: number, sha256: string, reason: string | null = null) =>
  FiguresPublished({ publication: content, version, reason, publishedOn: today, publishedBy: by, sha256 });

accepts('the first one, which needs no reason').given().when(publish()).then(published(1, first));
accepts('a correction with its reason, as another version')
  .given(published(1, first))
  .when(publish({ sha256: other, seen: other, reason: 'To protokoller kom sent' }))
  .then(published(2, other, 'To protokoller kom sent'));
accepts('the earlier figures again, after a correction')
  .given(published(1, first), published(2, other, 'feil'))
  .when(publish({ reason: 'Rettingen var feil' }))
  .then(published(3, first, 'Rettingen var feil'));

refuses('a period that is not over')
  .given()
  .when(publish({ facts: { isOver: false, showsAnything: true } }))
  .with('PERIOD_NOT_OVER');
refuses('figures that are all hidden')
  .given()
  .when(publish({ facts: { isOver: true, showsAnything: false } }))
  .with('NOTHING_TO_PUBLISH');
refuses('figures that differ from the preview')
  .given()
  .when(publish({ seen: other }))
  .with('PREVIEW_CHANGED');
refuses('the same figures again').given(published(1, first)).when(publish()).with('ALREADY_PUBLISHED');
refuses('a correction without a reason')
  .given(published(1, first))
  .when(publish({ sha256: other, seen: other }))
  .with('REASON_MISSING');
