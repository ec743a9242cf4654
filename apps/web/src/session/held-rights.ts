interface OfRights<Held> {
  readonly rights: readonly Held[];
}

/** The right with the places at which the user holds it, as the server answered; undefined if the user does not hold it. */
export const rightOf = <Held extends { readonly right: string }>(
  { rights }: OfRights<Held>,
  right: Held['right'],
): Held | undefined => rights.find((held) => held.right === right);
