import { keepPreviousData, queryOptions, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import { answered, api } from './client.js';
import type { paths } from './generated/schema.js';
import type { Problem } from './problem.js';

/** An address of the API that can be read. */
export type ReadPath = { [P in keyof paths]: [paths[P]['get']] extends [undefined] ? never : P }[keyof paths];

type Read<P extends ReadPath> = NonNullable<paths[P]['get']>;
type Part<T, K extends string> = T extends { readonly parameters: infer Parameters }
  ? K extends keyof Parameters
    ? Exclude<Parameters[K], undefined>
    : object
  : object;

/** What an address is asked with: the ids in its path, and the filters. */
export interface Asked<P extends ReadPath> {
  readonly path?: Part<Read<P>, 'path'>;
  readonly query?: Part<Read<P>, 'query'>;
}

/** The body that an address answers with. */
export type Answer<P extends ReadPath> =
  Read<P> extends {
    readonly responses: { readonly 200: { readonly content: { readonly 'application/json': infer Body } } };
  }
    ? Body
    : never;

type Get<P extends ReadPath> = (
  path: P,
  init: { readonly params: Asked<P>; readonly signal?: AbortSignal },
) => Promise<{ data?: Answer<P>; error?: unknown; response: Response }>;

/** Asks once. @throws Problem */
export const read = <P extends ReadPath>(path: P, params: Asked<P> = {}, signal?: AbortSignal): Promise<Answer<P>> =>
  answered<Answer<P>>((api.GET as unknown as Get<P>)(path, { params, signal }));

/** The question as TanStack Query knows it: kept under the address and what it was asked with. */
export const reading = <P extends ReadPath>(path: P, params: Asked<P> = {}) =>
  queryOptions<Answer<P>, Problem>({
    queryKey: [path, params],
    queryFn: ({ signal }) => read(path, params, signal),
  });

export interface ReadOptions {
  /** False: not asked yet. */
  readonly enabled?: boolean;
  /** The last answer stays while the next is fetched: for lists whose filters change. */
  readonly keepWhileAsking?: boolean;
  readonly staleTime?: number;
}

/** What an address answers, kept fresh by live updates. */
export function useRead<P extends ReadPath>(
  path: P,
  params: Asked<P> = {},
  { enabled, keepWhileAsking = false, staleTime }: ReadOptions = {},
): UseQueryResult<Answer<P>, Problem> {
  return useQuery<Answer<P>, Problem>({
    ...reading(path, params),
    ...(enabled !== undefined && { enabled }),
    ...(staleTime !== undefined && { staleTime }),
    ...(keepWhileAsking && { placeholderData: keepPreviousData }),
  });
}

/**
 * Asks again for everything under addresses that begin so: after a change of one's own, when live updates tell of
 * another's. What is not shown now is asked when it is shown.
 */
export function useRefresh(): (...beginnings: readonly string[]) => Promise<void> {
  const queries = useQueryClient();
  return useCallback(
    (...beginnings) =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [path] }) =>
          beginnings.length === 0 || (typeof path === 'string' && beginnings.some((it) => path.startsWith(it))),
      }),
    [queries],
  );
}
