import type { Language } from '#platform/identity';
import type { CalendarDate } from '#platform/kernel';
import {
  indicatorWith,
  type Indicator,
  type Publication,
  type PublishedFigure,
  type PublishedIndicator,
} from '../../contract/index.js';
import {
  BREAKDOWN_NAMES,
  CODES,
  dayInWords,
  momentInWords,
  numberInWords,
  periodInWords,
  UNITS,
} from '../export-figures/report-words.js';
import { html, type Html } from '#platform/html';
import { WORDS } from './public-page.words.js';

/** A version of a period's published figures, as a list names it. */
export interface PublishedHeading {
  readonly period: string;
  readonly version: number;
  readonly reason: string | null;
  readonly publishedOn: CalendarDate;
  readonly sha256: string;
}
export interface PublishedBy {
  readonly id: string;
  readonly name: string;
  readonly isDemo: boolean;
}

/** All that a municipality has published: at least one period. */
export function listPage(by: PublishedBy, publications: readonly PublishedHeading[], language: Language): string {
  const latest = publications.filter(({ period }, i) => publications.findIndex((it) => it.period === period) === i);
  const content = html`<ul>
    ${latest.map((of) => html`<li>${linkTo(by, of, language)} ${headingText(of, language)}</li>`)}
  </ul>`;
  return page(by, `/publisert/${by.id}`, WORDS.heading[language], content, language);
}

/** One version of a period's figures, with how each is computed. */
export function publicationPage(
  by: PublishedBy,
  heading: PublishedHeading,
  publication: Publication,
  versions: readonly PublishedHeading[],
  language: Language,
): string {
  const path = `/publisert/${by.id}/${heading.period}`;
  const latest = versions[0]!;
  const content = html`
    <p class="quiet">${headingText(heading, language)}</p>
    ${
      latest.version === heading.version
        ? null
        : html`<p><strong>${WORDS.newer[language]}</strong> ${linkTo(by, latest, language, latest.version)}</p>`
    }
    ${heading.reason === null ? null : html`<p>${WORDS.reason[language]}: ${heading.reason}</p>`}
    <p>${WORDS.whatHiddenMeans[language]}</p>
    <p><a href="${path}/tall.csv?versjon=${heading.version}&amp;sprak=${language}">${WORDS.download[language]}</a></p>
    ${publication.indicators.map((it) => indicatorSection(it, language))}
    <h2>${WORDS.about[language]}</h2>
    <p>${WORDS.frozen[language]}</p>
    <dl>
      <dt>${WORDS.checksum[language]}</dt>
      <dd><code>${heading.sha256}</code></dd>
      <dt>${WORDS.smallest[language]}</dt>
      <dd>${publication.k}</dd>
      <dt>${WORDS.version[language]}</dt>
      ${versions.map((it) => html`<dd>${linkTo(by, it, language, it.version)} ${headingText(it, language)}</dd>`)}
    </dl>
    <p><a href="/publisert/${by.id}?sprak=${language}">${WORDS.all[language]}</a></p>
  `;
  return page(by, `${path}?versjon=${heading.version}`, titleOf(heading.period, language), content, language);
}

/** Says that nothing is published at the address. */
export const notFoundPage = (language: Language): string =>
  page(undefined, '', WORDS.heading[language], html`<p>${WORDS.notFound[language]}</p>`, language);

const titleOf = (period: string, language: Language) =>
  `${WORDS.heading[language]}: ${periodInWords(period, language)}`;

const headingText = ({ version, publishedOn }: PublishedHeading, language: Language): string =>
  `${WORDS.version[language]} ${version}, ${WORDS.published[language]} ${dayInWords(publishedOn, language)}`;

const linkTo = ({ id }: PublishedBy, { period }: PublishedHeading, language: Language, version?: number): Html => {
  const chosen = version === undefined ? null : html`versjon=${version}&amp;`;
  return html`<a href="/publisert/${id}/${period}?${chosen}sprak=${language}">${periodInWords(period, language)}</a>`;
};

function indicatorSection(published: PublishedIndicator, language: Language): Html {
  const { indicator: id, version, by, whole, parts, moment } = published;
  const indicator = indicatorWith(id);
  return html`<section>
    <h2>${indicator?.name[language] ?? String(id)}</h2>
    ${figureLine(whole, indicator, language)}
    ${by === null || parts === null ? null : partsTable(published, indicator, language)}
    <details>
      <summary>${WORDS.how[language]}</summary>
      <dl>
        <dt>${WORDS.definition[language]} ${version}</dt>
        <dd>${indicator?.explanation[language] ?? ''}</dd>
        ${indicator ? html`<dd>${indicator.numerator[language]} / ${indicator.denominator[language]}</dd>` : null}
        ${
          indicator?.exclusions
            ? html`<dt>${WORDS.left[language]}</dt>
                <dd>${indicator.exclusions[language]}</dd>`
            : null
        }
        <dt>${WORDS.known[language]}</dt>
        <dd>${momentInWords(new Date(moment.asOf), language)}</dd>
      </dl>
    </details>
  </section>`;
}

function figureLine(figure: PublishedFigure, indicator: Indicator | undefined, language: Language): Html {
  if ('hidden' in figure) return html`<p class="figure">${hiddenSign(language)}</p>`;
  return html`<p class="figure">${valueText(figure, indicator, language)}</p>
    ${isCount(indicator) ? null : html`<p class="quiet">${countText(figure, language)}</p>`}`;
}

function partsTable({ by, parts }: PublishedIndicator, indicator: Indicator | undefined, language: Language): Html {
  const division = BREAKDOWN_NAMES[by as keyof typeof BREAKDOWN_NAMES][language];
  return html`<div
    class="scroll"
    tabindex="0"
    role="region"
    aria-label="${indicator?.name[language] ?? ''}, ${division}"
  >
    <table>
      <caption>
        ${WORDS.dividedBy[language]} ${division}
      </caption>
      <thead>
        <tr>
          <th scope="col">${division}</th>
          <th scope="col">${WORDS.figure[language]}</th>
          ${isCount(indicator) ? null : html`<th scope="col">${WORDS.counted[language]}</th>`}
        </tr>
      </thead>
      <tbody>
        ${parts!.map(
          ({ key, name, figure }) =>
            html`<tr>
              <th scope="row">${partName(key, name, by!, language)}</th>
              <td>${'hidden' in figure ? hiddenSign(language) : valueText(figure, indicator, language)}</td>
              ${
                isCount(indicator)
                  ? null
                  : html`<td>${'hidden' in figure ? hiddenSign(language) : countText(figure, language)}</td>`
              }
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Of a plain number, numerator and denominator are the number itself. */
const isCount = (indicator: Indicator | undefined) => indicator?.measure === 'number';

/** The sign is read out as a word. */
const hiddenSign = (language: Language): Html =>
  html`<span aria-hidden="true">:</span><span class="hidden-text">${WORDS.hidden[language]}</span>`;

type Shown = Exclude<PublishedFigure, { readonly hidden: string }>;

/** «94 %», «12 dager» */
export function valueText({ value }: Shown, indicator: Indicator | undefined, language: Language): string {
  if (value === null) return WORDS.none[language];
  const unit = indicator?.unit ?? 'number';
  if (unit === 'per-cent') return `${numberInWords(value, language, 0)} %`;
  const number = numberInWords(value, language, 1);
  return unit === 'number' || unit === 'mean' ? number : `${number} ${UNITS[unit][language]}`;
}

const countText = ({ numerator, denominator }: Shown, language: Language): string =>
  `${numberInWords(numerator, language, 1)} ${WORDS.of[language]} ${numberInWords(denominator, language, 1)}`;

/** The name of a part: that which it had when it was published, a period, or a code in words. */
export function partName(key: string, name: string | null, by: string, language: Language): string {
  if (name !== null) return name;
  if (by === 'month' || by === 'half-year' || by === 'school-year') return periodInWords(key, language);
  return Object.hasOwn(CODES, key) ? CODES[key as keyof typeof CODES][language] : key;
}

const LANGUAGES: Readonly<Record<Language, string>> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

function page(by: PublishedBy | undefined, path: string, title: string, content: Html, language: Language): string {
  const name = by ? `${by.name} · Samspill` : 'Samspill';
  const inLanguage = (other: Language) => `${path}${path.includes('?') ? '&' : '?'}sprak=${other}`;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – ${name}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/publisert/stil.css" />
      </head>
      <body>
        <header>
          <p class="quiet">${by?.name ?? 'Samspill'}</p>
          ${by?.isDemo ? html`<p class="mark">${WORDS.demo[language]}</p>` : null}
          ${
            path === ''
              ? null
              : html`<nav aria-label="${WORDS.languages[language]}">
                  <ul>
                    ${(Object.keys(LANGUAGES) as Language[]).map((other) =>
                      other === language
                        ? html`<li><span aria-current="true">${LANGUAGES[other]}</span></li>`
                        : html`<li>
                            <a href="${inLanguage(other)}" lang="${other}" hreflang="${other}">${LANGUAGES[other]}</a>
                          </li>`,
                    )}
                  </ul>
                </nav>`
          }
        </header>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`.text;
}
