import styles from './space.module.css';

/** Placeholder for rows that are not visible. */
export const Space = ({ height, columns }: { readonly height: number; readonly columns: number }) =>
  height > 0 ? (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height }} className={styles.space} />
    </tr>
  ) : null;
