/**
 * Keys under which Nest's decorators keep what they are given. Nest does not export them for applications; the
 * specification compares them with what its decorators write.
 */
export const NEST_METADATA = {
  /** Of a controller or handler: its path. */
  path: 'path',
  /** Of a handler: its `RequestMethod`. */
  method: 'method',
  /** Of a controller, by handler: the parameters, as `<kind>:<index>`. */
  arguments: '__routeArguments__',
} as const;

/** The kinds of a handler's parameters that come from the request, as Nest numbers them. */
export const NEST_PARAMETERS = { body: 3, query: 4, path: 5 } as const;
