import type { Browser, System } from './session.js';

/** In this order: an Edge also calls itself Chrome and Safari, and a Chrome also Safari. */
const BROWSER_NAMES: readonly (readonly [Browser, RegExp])[] = [
  ['edge', /\bEdg(?:e|A|iOS)?\//],
  ['opera', /\bOPR\//],
  ['samsung', /\bSamsungBrowser\//],
  ['firefox', /\b(?:Firefox|FxiOS)\//],
  ['chrome', /\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//],
  ['safari', /\bSafari\//],
];
/** In this order: an iPhone also calls itself Mac OS X, and an Android also Linux. */
const SYSTEM_NAMES: readonly (readonly [System, RegExp])[] = [
  ['ios', /\b(?:iPhone|iPad|iPod)\b/],
  ['android', /\bAndroid\b/],
  ['chromeos', /\bCrOS\b/],
  ['windows', /\bWindows\b/],
  ['macos', /\bMac OS X\b/],
  ['linux', /\bLinux\b/],
];

/**
 * Families of the browser and of the operating system in a `User-Agent` header. The header itself is not kept: it would
 * tell a device from others, and nobody needs more to recognise an own device.
 */
export function deviceOf(userAgent: string | undefined): {
  readonly browser: Browser | null;
  readonly system: System | null;
} {
  const familyIn = <T>(names: readonly (readonly [T, RegExp])[]): T | null =>
    names.find(([, name]) => name.test(userAgent ?? ''))?.[0] ?? null;
  return { browser: familyIn(BROWSER_NAMES), system: familyIn(SYSTEM_NAMES) };
}
