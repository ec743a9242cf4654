import { MOST_RESOURCES } from '#actions/contract/limits';
const SPACES = /[\s\u00a0\u202f]/g;

/** `20000`, `20 000`, `20.000`, `kr 20 000,-` as 20000; null when it is no whole amount of kroner. */
export function understandKroner(typed: string): number | null {
  const text = typed
    .toLowerCase()
    .replace(SPACES, '')
    .replace(/^kr\.?|kr\.?$|,-{1,2}$|(?<=\d)\.-$/g, '');
  const digits = /^\d{1,3}(\.\d{3})+$/.test(text) ? text.replaceAll('.', '') : text;
  return /^\d{1,9}$/.test(digits) ? within(Number(digits), MOST_RESOURCES.nok) : null;
}

/** `1,5`, `1.5`, `10 t`, `10 timer` as hours; null when it is no number of hours. */
export function understandHours(typed: string): number | null {
  const text = typed
    .toLowerCase()
    .replace(SPACES, '')
    .replace(/(t|timer?|timar?|h|hours?)$/, '');
  return /^\d{1,6}([.,]\d{1,2})?$/.test(text) ? within(Number(text.replace(',', '.')), MOST_RESOURCES.hours) : null;
}

// More than the API's limit is a typing error.
const within = (amount: number, most: number) => (amount <= most ? amount : null);
