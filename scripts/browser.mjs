import { ensureProgram } from './program.mjs';

/** Path of a Chromium for the tests of the pages, which is installed if it is missing. */
export const ensureBrowser = () =>
  ensureProgram({
    name: 'Chromium',
    use: 'The tests look at the pages in Chromium',
    variable: 'SAMSPILL_BROWSER',
    // The first is Chromium without windows: a journey takes a third less processor time in it, since the whole browser
    // loads two pages of its own for each new window, and draws frames that nobody sees.
    names: ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    places: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    debianPackage: 'chromium-headless-shell',
    onAMac: 'install Google Chrome',
  });
