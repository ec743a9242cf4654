import { answered, api } from '../../api/client.js';
import type { paths } from '../../api/generated/schema.js';
import { useSending } from '../../api/use-once.js';
import type { LadderBody } from './draft.js';

export type LadderPreview =
  paths['/api/alerts/ladder-preview']['post']['responses'][200]['content']['application/json'];
/** A preview with the steps that it is of, as text. */
type PreviewOf = LadderPreview & { readonly of: string };

async function askPreview(ladder: LadderBody): Promise<PreviewOf> {
  const answer: unknown = await answered(api.POST('/api/alerts/ladder-preview', { body: { ladder } }));
  // The client's own type of an answer has lists that cannot be called.
  return { ...(answer as LadderPreview), of: JSON.stringify(ladder) };
}

/** Asks whom steps would have told in the last month that is over. Nothing is sent or kept. */
export const usePreview = () => useSending<PreviewOf, LadderBody>({ mutationFn: askPreview });
