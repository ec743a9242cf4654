/** Address of a row: its tenant and its key. Rows of two tenants may have the same key. */
export interface RowAddress {
  readonly tenant: string;
  readonly key: string;
}

/** Values by address: a map for each tenant, since joining tenant and key would cost more than the lookup. */
export class ByAddress<T extends RowAddress> {
  private readonly tenants = new Map<string, Map<string, T>>();
  private count = 0;

  get size(): number {
    return this.count;
  }

  get(tenant: string, key: string): T | undefined {
    return this.tenants.get(tenant)?.get(key);
  }

  /** True if the tenant has, or once had, a value. */
  hasTenant(tenant: string): boolean {
    return this.tenants.has(tenant);
  }

  /** Adds a value whose address has none. */
  add(value: T): void {
    let own = this.tenants.get(value.tenant);
    if (!own) this.tenants.set(value.tenant, (own = new Map<string, T>()));
    own.set(value.key, value);
    this.count += 1;
  }

  /** Takes out a value that is there. */
  remove({ tenant, key }: T): void {
    if (this.tenants.get(tenant)?.delete(key)) this.count -= 1;
  }

  filter(wanted: (value: T) => boolean): T[] {
    return [...this.tenants.values()].flatMap((own) => [...own.values()].filter(wanted));
  }
}
