import { Link } from '@digdir/designsystemet-react';
import { dialling, phoneInWords } from '../../words/phones.js';

/** A telephone number that can be called by pressing it. */
export function Phone({ phone }: { readonly phone: string }) {
  return (
    <Link href={dialling(phone)} style={{ whiteSpace: 'nowrap' }}>
      {phoneInWords(phone)}
    </Link>
  );
}
