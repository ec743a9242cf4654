/** Results that are remembered: those of the parts in the languages of two mails. */
const MOST = 8;

/** The function with its last results, since a mail to many people has the same text for all of them. */
export function remembering(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const result = known.get(text) ?? work(text);
    // The oldest is the first.
    known.delete(text);
    known.set(text, result);
    if (known.size > MOST) known.delete(known.keys().next().value!);
    return result;
  };
}
