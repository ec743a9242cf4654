import { percentile } from './bench-output.js';
import type { WebApplication } from './web-visit.js';

/** Terms that nearly everything contains, two-letter prefixes, a rare one, two together, and one without results. */
const SOUGHT = ['overgang', 'skole', 'barnehage', 'november', 'ov', 'sk', 'be', 'sunniva', 'moen skole', 'xylofon'];
const TIMES = 20;

/** Response time of a search over all terms: the 95th percentile in milliseconds. */
export async function searchP95({ address, cookie }: WebApplication): Promise<number> {
  const took: number[] = [];
  // the first round warms up and is not counted
  for (let nr = 0; nr <= TIMES; nr += 1)
    for (const text of SOUGHT) {
      const begun = performance.now();
      const answer = await fetch(`${address}/api/search?text=${encodeURIComponent(text)}&limit=10`, {
        headers: { cookie: cookie ?? '' },
      });
      await answer.text();
      if (!answer.ok) throw new Error(`Could not search: ${answer.status}`);
      if (nr > 0) took.push(performance.now() - begun);
    }
  return Math.round(percentile(took, 0.95));
}
