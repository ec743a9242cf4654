import { Link } from 'react-router';

/** A person's name that leads to their page; everyone who works in the municipality may open it. */
export const PersonLink = ({ personId, name }: { readonly personId: string; readonly name: string }) => (
  <Link to={`/personer/${personId}`}>{name}</Link>
);
