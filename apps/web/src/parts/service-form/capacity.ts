import { MOST_MEETINGS_A_WEEK } from '#registry/contract/limits';

/** Meetings per week as typed; null for an empty field, which sets no limit; undefined for what is no such number. */
export function capacityFrom(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const number = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= MOST_MEETINGS_A_WEEK ? number : undefined;
}
