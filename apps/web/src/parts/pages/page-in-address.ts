import { useSearchParams } from 'react-router';

/** The page of a list from the URL (`?side=2`); an invalid value counts as the first page. */
export const pageIn = (address: URLSearchParams): number =>
  Math.max(1, Number.parseInt(address.get('side') ?? '1', 10) || 1);

/** The page of a list without filters, kept in the URL, and a function that turns to another page. */
export function usePageInAddress(): readonly [page: number, turn: (page: number) => void] {
  const [address, setAddress] = useSearchParams();
  return [pageIn(address), (next) => setAddress(next > 1 ? { side: String(next) } : {})];
}
