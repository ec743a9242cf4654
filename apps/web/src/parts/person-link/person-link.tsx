import { Link } from 'react-router';

/** A person's name as a link to their page, which everyone who works in the municipality may open. */
export const PersonLink = ({ personId, name }: { readonly personId: string; readonly name: string }) => (
  <Link to={`/personer/${personId}`}>{name}</Link>
);
