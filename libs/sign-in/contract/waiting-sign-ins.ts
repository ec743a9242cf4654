/** Sign-ins that wait for the coordinator's answer, without anything that tells whose they are. */
export abstract class WaitingSignIns {
  /** Ids of the questions, oldest first. An identity that asks again after an answer asks another question. */
  abstract questions(tenant: string): Promise<readonly string[]>;
}
