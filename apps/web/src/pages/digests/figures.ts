import type { Answer } from '../../api/reads.js';

export type FigureAnswer = Answer<'/api/digests/{week}/figures/{figure}'>;
export type Figure = FigureAnswer['figure'];
export type CountedList = NonNullable<FigureAnswer['made']>['lists'][number];
export type Thing = CountedList['things'][number];

/** As addresses name the figures, in mails too. */
const FIGURES: ReadonlyMap<string, Figure> = new Map<string, Figure>([
  ['enheter-med-mote', 'units-met'],
  ['moter-holdt', 'meetings-held'],
  ['moter-planlagt', 'meetings-planned'],
  ['uten-mote-i-planen', 'months-unplanned'],
  ['levert-i-tide', 'filed-in-time'],
  ['protokoller-som-mangler', 'protocols-missing'],
  ['tiltak', 'actions'],
  ['fullfort-innen-fristen', 'completed-in-time'],
  ['i-rute-igjen', 'units-on-track'],
]);

/** Undefined for a text that names none. */
export const figureIn = (text: string): Figure | undefined => FIGURES.get(text);

/** The indicator of the statistics that the figure is, if there is one. */
export const INDICATOR_OF: Readonly<Partial<Record<Figure, number>>> = {
  'units-met': 1,
  'filed-in-time': 7,
  'protocols-missing': 9,
  actions: 18,
};

/** The page of a thing as it is now. */
export const pageOf = ({ kind, id }: Pick<Thing, 'kind' | 'id'>): string =>
  kind === 'unit' ? `/enheter/${id}` : kind === 'meeting' ? `/moter/${id}` : `/tiltak/${id}`;
