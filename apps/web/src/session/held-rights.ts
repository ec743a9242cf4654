interface OfRights<Held> {
  readonly rights: readonly Held[];
}

/** Where the user holds a right, by the server's table of rights; undefined if nowhere. */
export const rightOf = <Held extends { readonly right: string }>(
  { rights }: OfRights<Held>,
  right: Held['right'],
): Held | undefined => rights.find((held) => held.right === right);
