import { NavLink } from 'react-router';
import styles from './page-links.module.css';

interface PageLinksProps {
  readonly label: string;
  readonly links: readonly PageLink[];
}

export interface PageLink {
  readonly to: string;
  readonly text: string;
  /** Number of what is new or waits there; nothing is shown for 0. */
  readonly count?: { readonly number: number; readonly inWords: string };
  /** True if the pages below this address belong to it. */
  readonly withSubpages?: boolean;
}

/** Links between the pages of one entry of the navigation, like tabs. */
export const PageLinks = ({ label, links }: PageLinksProps) => (
  <nav aria-label={label} className={styles.links}>
    <ul>
      {links.map(({ to, text, count, withSubpages = false }) => (
        <li key={to}>
          <NavLink to={to} end={!withSubpages} className={styles.link}>
            {text}
            {count !== undefined && count.number > 0 && (
              <>
                {' '}
                <span className={styles.count} aria-hidden>
                  {count.number}
                </span>
                <span className="only-for-readers">{count.inWords}</span>
              </>
            )}
          </NavLink>
        </li>
      ))}
    </ul>
  </nav>
);
