/** Lets a read model or a policy skip an event. */
export interface PassOver {
  readonly type: 'PassOver';
  readonly kind: 'read-model' | 'policy';
  readonly name: string;
  readonly eventId: string;
  readonly reason: string;
}
export type OperatorCommand = PassOver;
