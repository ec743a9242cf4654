/** A storage like a browser's. When `isFull`, it refuses to store; it has what was stored before. */
export class ExampleStorage implements Storage {
  [name: string]: unknown;
  readonly kept = new Map<string, string>();
  isFull = false;

  get length(): number {
    return this.kept.size;
  }
  key(at: number): string | null {
    return [...this.kept.keys()][at] ?? null;
  }
  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
    this.kept.set(key, value);
  }
  removeItem(key: string): void {
    this.kept.delete(key);
  }
  clear(): void {
    this.kept.clear();
  }
}
