/** Future actions by day, carried out in order. */
export class Diary {
  private readonly entries: { readonly day: string; readonly happen: () => Promise<unknown> }[] = [];

  on(day: string, happen: () => Promise<unknown>): void {
    this.entries.push({ day, happen });
  }

  async live(dawn: (day: string) => void): Promise<void> {
    const inOrder = [...this.entries].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
    for (const { day, happen } of inOrder) {
      dawn(day);
      await happen();
    }
  }
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** An instant after every meeting of the day, in summer and winter time. */
export const atNoon = (day: string): string => `${day}T15:00:00Z`;
