import type { Page } from 'playwright-core';

/**
 * Counts keyboard input as the issue does: one text typed into one field, or one key that is not typing (Tab between
 * fields that are filled in turn counts).
 */
export class CountedKeyboard {
  interactions = 0;

  constructor(private readonly page: Page) {}

  /** Types one text into the focused field. */
  async type(text: string): Promise<void> {
    this.interactions += 1;
    await this.page.keyboard.type(text);
  }
  /** Presses one key, or several together. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.interactions += 1;
      await this.page.keyboard.press(key);
    }
  }
  /** Waits until the last key has moved the focus here; not counted. */
  async see(focused: string): Promise<void> {
    const named = () => this.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    try {
      await this.page.waitForFunction(
        (label) => (document.activeElement?.getAttribute('aria-label') ?? '').startsWith(label),
        focused,
      );
    } catch {
      throw new Error(`The focus is in «${await named()}», not in «${focused}»`);
    }
  }
}
