import { useSession } from '../../../session/session.js';
import { ownUnits } from '../start-parts.js';
import styles from './start-unit-leader.module.css';
import { UnitStart } from './unit-start.js';

/** Start page of unit leaders and meeting chairs: one part for each of their units. */
export function UnitLeaderStart() {
  const { who } = useSession();
  return (
    <div className={styles.units}>
      {ownUnits(who).map((unitId) => (
        <UnitStart key={unitId} unitId={unitId} />
      ))}
    </div>
  );
}
