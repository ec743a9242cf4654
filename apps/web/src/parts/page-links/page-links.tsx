import { NavLink } from 'react-router';
import styles from './page-links.module.css';

interface PageLinksProps {
  readonly label: string;
  readonly links: readonly { readonly to: string; readonly text: string }[];
}

/** Links between the pages of one entry of the navigation, like tabs. */
export const PageLinks = ({ label, links }: PageLinksProps) => (
  <nav aria-label={label} className={styles.links}>
    <ul>
      {links.map(({ to, text }) => (
        <li key={to}>
          <NavLink to={to} end className={styles.link}>
            {text}
          </NavLink>
        </li>
      ))}
    </ul>
  </nav>
);
