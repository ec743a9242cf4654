/**
 * Runs `work` for every item, at most this many concurrently; results are in the order of the items. The first fault
 * ends it and is thrown.
 */
export async function inParallel<Item, Answer>(
  items: readonly Item[],
  atATime: number,
  work: (item: Item) => Promise<Answer>,
  onDone: (done: number) => void = () => undefined,
): Promise<Answer[]> {
  const answers = new Array<Answer>(items.length);
  let next = 0;
  let done = 0;
  const worker = async () => {
    while (next < items.length) {
      const at = next;
      next += 1;
      answers[at] = await work(items[at]!);
      done += 1;
      onDone(done);
    }
  };
  const workers = Array.from({ length: Math.min(atATime, items.length) }, worker);
  try {
    await Promise.all(workers);
  } catch (fault) {
    next = items.length;
    await Promise.allSettled(workers);
    throw fault;
  }
  return answers;
}
