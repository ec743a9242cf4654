/** Style of the public page: readable without it, in the dark, at 400 %, and on paper. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1e2b3c; --paper: #fff; --line: #c8d0da; --quiet: #4d5b6d; --link: #0b5394; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8edf3; --paper: #14202e; --line: #3c4a5c; --quiet: #b3bfcd; --link: #8ec2ff; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
main, header, footer { max-width: 46rem; margin: 0 auto; padding: 1rem 1.25rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0.5rem 0; }
h2 { font-size: 1.25rem; margin: 2.25rem 0 0.25rem; padding-top: 1rem; border-top: 1px solid var(--line); }
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.figure { font-size: 1.5rem; font-weight: 600; margin: 0.25rem 0 0; font-variant-numeric: tabular-nums; }
.quiet { color: var(--quiet); margin: 0.25rem 0; }
.mark { display: inline-block; border: 2px solid currentColor; padding: 0 0.5rem; font-weight: 600; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: 0.75rem 0; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--quiet); padding-bottom: 0.25rem; }
th, td { padding: 0.35rem 0.75rem 0.35rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
td, thead th:not(:first-child) { text-align: right; white-space: nowrap; padding-right: 0; padding-left: 0.75rem; }
th[scope='row'] { overflow-wrap: anywhere; hyphens: auto; }
th { font-weight: 500; }
dt { font-weight: 600; margin-top: 0.75rem; }
dd { margin: 0; overflow-wrap: anywhere; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: 1rem; padding: 0; margin: 0; }
.hidden-text { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media print {
  nav { display: none; }
  h2, table { break-inside: avoid; }
  a { color: inherit; }
}
`;
