import { useRead } from '../../api/reads.js';
import { useMay } from '../../session/session.js';

/** Number of people who wait to be let in by the user: 0 for those who decide about nobody, and until it is known. */
export function useWaitingSignIns(): { readonly waiting: number; readonly isLoading: boolean } {
  const { data, isLoading } = useRead('/api/sign-ins/waiting', {}, { enabled: useMay('registry.manage') });
  return { waiting: data?.waiting ?? 0, isLoading };
}
