import { Link } from '@digdir/designsystemet-react';
import { dialling, phoneInWords } from '../../words/phones.js';

/** A telephone number as a link that calls it. */
export function Phone({ phone }: { readonly phone: string }) {
  return (
    <Link href={dialling(phone)} style={{ whiteSpace: 'nowrap' }}>
      {phoneInWords(phone)}
    </Link>
  );
}
