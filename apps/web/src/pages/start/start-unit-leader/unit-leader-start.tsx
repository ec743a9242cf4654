import { useSession } from '../../../session/session.js';
import styles from './start-unit-leader.module.css';
import { UnitStart } from './unit-start.js';

/** Start page of unit leaders and meeting chairs: one part for each of their units. */
export function UnitLeaderStart() {
  const { who } = useSession();
  const led = who.roles.flatMap(({ role, unitId }) =>
    (role === 'unit-leader' || role === 'meeting-chair') && unitId ? [unitId] : [],
  );
  return (
    <div className={styles.units}>
      {[...new Set(led)].map((unitId) => (
        <UnitStart key={unitId} unitId={unitId} />
      ))}
    </div>
  );
}
