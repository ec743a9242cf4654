import type { Page } from 'playwright-core';

/**
 * The hands of one who types, counted as the issue counts: one text typed into one field, or one key that is not typing
 * (Tab between fields that are filled in turn counts).
 */
export class Fingers {
  interactions = 0;

  constructor(private readonly page: Page) {}

  /** One text into the field that has the focus. */
  async type(text: string): Promise<void> {
    this.interactions += 1;
    await this.page.keyboard.type(text);
  }
  /** One key, or several held together. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.interactions += 1;
      await this.page.keyboard.press(key);
    }
  }
  /** Waits until the focus is where the last key should have put it; costs the one who types nothing. */
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
