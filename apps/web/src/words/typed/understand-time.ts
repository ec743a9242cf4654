/** `12.30`, `12:30`, `1230`, `930`, `9` as `12:30`, `09:00`; null when it is no time of day. */
export function understandTime(typed: string): string | null {
  const text = typed.trim().replace(/^kl\.?\s*/i, '');
  const [, hours, minutes = '00'] = /^(\d{1,2})(?:[.:]?([0-5]\d))?$/.exec(text) ?? [];
  if (hours === undefined || Number(hours) > 23) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}
