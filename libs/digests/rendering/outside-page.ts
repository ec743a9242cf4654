import { html, Html } from '#platform/html';
import type { Language } from '#platform/identity';

/** The page has no script and nothing of other origins; its style is in the page. */
export const OUTSIDE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

export interface OutsideButton {
  readonly text: string;
  /** Name and value of the form's field that the button sends, if any. */
  readonly name?: string;
  readonly value?: string;
}
export interface OutsidePage {
  readonly language: Language;
  readonly title: string;
  readonly text: string;
  /** Each sends the form to the page's own address; absent where there is nothing to do. */
  readonly buttons?: readonly OutsideButton[];
}

const CSS = `
:root { color-scheme: light dark; --ink: #1c1b19; --paper: #fff; --brand: #0f6b5c; --on-brand: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f5f5f4; --paper: #1c1917; --brand: #8fd3c5; --on-brand: #10201d; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
main { max-width: 34rem; margin: 0 auto; padding: 2rem 1.25rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; }
form { display: flex; flex-wrap: wrap; gap: 0.75rem; }
button { font: inherit; font-weight: 600; padding: 0.65rem 1.25rem; min-height: 2.75rem; border: 0; border-radius: 6px;
  background: var(--brand); color: var(--on-brand); cursor: pointer; }
a { display: inline-block; padding: 0.5rem 0; color: var(--brand); }
button:focus-visible, a:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
`;

const SIGN_IN: Readonly<Record<Language, string>> = {
  nb: 'Logg inn i Samspill',
  nn: 'Logg inn i Samspill',
  en: 'Sign in to Samspill',
};

const buttonHtml = ({ text, name, value }: OutsideButton): Html =>
  name === undefined
    ? html`<button>${text}</button> `
    : html`<button name="${name}" value="${value ?? ''}">${text}</button> `;

/** A page for somebody who follows a link in a mail, without signing in. */
export const outsidePage = ({ language, title, text, buttons = [] }: OutsidePage): string =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} – Samspill</title>
        <style>
          ${new Html(CSS)}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p>${text}</p>
          ${buttons.length === 0 ? null : html`<form method="post">${buttons.map(buttonHtml)}</form>`}
          <p><a href="/">${SIGN_IN[language]}</a></p>
        </main>
      </body>
    </html> `.text;
