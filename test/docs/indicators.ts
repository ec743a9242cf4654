import {
  INDICATORS,
  MISSING_INDICATORS,
  type Indicator,
  type Measure,
  type MissingIndicator,
} from '#statistics/contract';

const ABOUT = `# Indicators

Every figure of the statistics with its definition, as users read it (bokmål; the API has nynorsk and English too), and those that cannot be computed yet with the reason. Made from the catalogue (\`libs/statistics/contract/indicators\`, a file each) by \`npm run docs\`; numbers are those of [requirements.md](requirements.md), § 3.6. A joint meeting counts for each of its units and once in the whole, so the parts of figures that say «parts may overlap» do not add up.
`;

const MEASURES: Readonly<Record<Measure, string>> = {
  share: 'share',
  number: 'number',
  mean: 'mean',
  median: 'median',
  largest: 'largest value',
  'share-of-amount': 'share of the amounts',
  distribution: 'distribution over the parts',
  'per-person': 'mean per person',
};
const BETTER = { higher: 'higher is better', lower: 'lower is better' } as const;
const COUNTED: Readonly<Record<Indicator['counted'], string>> = {
  organisation: 'the organisation',
  children: 'children (actions at individual level count as such): small numbers are hidden',
  'one-employee': 'one employee',
};

/** The catalogue as a page, docs/indicators.md. */
export function indicatorRegister(): string {
  const all = [...INDICATORS, ...MISSING_INDICATORS].toSorted((a, b) => a.id - b.id);
  return `${ABOUT}\n${all.map((it) => ('cases' in it ? entryOf(it) : missingEntryOf(it))).join('\n')}`;
}

function entryOf(indicator: Indicator): string {
  const { id, version, since, name, explanation, numerator, denominator, exclusions, unit, better, measure } =
    indicator;
  const { counted, by, additive, asides = [], besides, besidesAside, roles } = indicator;
  const besidesWhat = besidesAside === undefined ? '' : ` (\`${besidesAside}\`)`;
  const lines = [
    `Numerator: ${numerator.nb}. Denominator: ${denominator.nb}.`,
    ...(exclusions ? [exclusions.nb] : []),
    ...asides.map((it) => `Beside it${it.isOutside ? ', left out of the figure' : ''} (\`${it.key}\`): ${it.name.nb}.`),
    `Version ${version} since ${since}; ${MEASURES[measure]} in ${unit}; ${better ? BETTER[better] : 'neither direction is better'}; about ${COUNTED[counted]}.`,
    `Divided by ${by.join(', ')}; ${additive ? 'parts add up' : 'parts may overlap'}.`,
    ...(besides === undefined ? [] : [`Shown together with ${besides}${besidesWhat}.`]),
    ...(roles ? [`Only for ${roles.join(', ')}.`] : []),
  ];
  return `## ${id} ${name.nb}\n\n${explanation.nb}\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`;
}

const missingEntryOf = ({ id, name, reason }: MissingIndicator): string =>
  `## ${id} ${name.nb}\n\nKan ikke regnes ennå. ${reason.nb}\n`;
