import { keepPreviousData, queryOptions, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import { answered, api } from './client.js';
import type { paths } from './generated/schema.js';
import type { Problem } from './problem.js';

/** An API path that can be read. */
export type ReadPath = { [P in keyof paths]: [paths[P]['get']] extends [undefined] ? never : P }[keyof paths];

type Read<P extends ReadPath> = NonNullable<paths[P]['get']>;
type Part<T, K extends string> = T extends { readonly parameters: infer Parameters }
  ? K extends keyof Parameters
    ? Exclude<Parameters[K], undefined>
    : object
  : object;

/** Parameters of a read: ids in the path, and filters. */
export interface Asked<P extends ReadPath> {
  readonly path?: Part<Read<P>, 'path'>;
  readonly query?: Part<Read<P>, 'query'>;
}

/** The body of the answer. */
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

/** Reads once. @throws Problem */
export const read = <P extends ReadPath>(path: P, params: Asked<P> = {}, signal?: AbortSignal): Promise<Answer<P>> =>
  answered<Answer<P>>((api.GET as unknown as Get<P>)(path, { params, signal }));

/** The read as a TanStack Query, cached by path and parameters. */
export const reading = <P extends ReadPath>(path: P, params: Asked<P> = {}) =>
  queryOptions<Answer<P>, Problem>({
    queryKey: [path, params],
    queryFn: ({ signal }) => read(path, params, signal),
  });

export interface ReadOptions {
  /** False postpones the read. */
  readonly enabled?: boolean;
  /** Keeps the last answer while the next is loading: for lists with filters. */
  readonly keepWhileAsking?: boolean;
  readonly staleTime?: number;
}

/** The answer of a path, kept fresh by live updates. */
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
 * Reads again every path with one of these prefixes: after one's own change, or when live updates report another's.
 * Hidden data is read when it is shown.
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
