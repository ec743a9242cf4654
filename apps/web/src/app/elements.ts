// Custom elements needed by the Designsystemet components in use; all of them would be twice as large.
// `elements.spec.ts` fails when a page uses a component that needs more and does not import it itself.
import '@digdir/designsystemet-web/clickdelegatefor';
import '@digdir/designsystemet-web/details';
import '@digdir/designsystemet-web/dialog';
import '@digdir/designsystemet-web/ds-field';
import '@digdir/designsystemet-web/fieldset';
import '@digdir/designsystemet-web/readonly';

if (!('commandForElement' in HTMLButtonElement.prototype)) void import('@digdir/designsystemet-web/invokers');

// The page behind a dialog does not scroll. Designsystemet checks for a dialog by `:has`, on the whole page, at
// every change of it: `lighter-selectors.mjs`.
const gone = new MutationObserver(holdStill);
document.addEventListener('toggle', ({ target }) => target instanceof HTMLDialogElement && holdStill(), true);

function holdStill(): void {
  const isThere = document.querySelector('dialog:modal') !== null;
  if (isThere === document.body.hasAttribute('data-behind-dialog')) return;
  document.body.toggleAttribute('data-behind-dialog', isThere);
  // a dialog that is removed while open fires no event
  if (isThere) gone.observe(document.body, { childList: true, subtree: true });
  else gone.disconnect();
}

// The code that places a popover beside its button is larger than all of the above, and only for menus: it is loaded
// on pointer or focus events. A browser without popover support needs it at once, to hide them.
const NEAR = ['pointerover', 'focusin'] as const;
const comeNear = ({ target }: Event) => {
  if (target instanceof Element && target.closest('[popovertarget]')) void bringPopovers();
};
for (const it of NEAR) document.addEventListener(it, comeNear, { passive: true });
if (!('popover' in HTMLElement.prototype)) void bringPopovers();

async function bringPopovers(): Promise<void> {
  for (const it of NEAR) document.removeEventListener(it, comeNear);
  await import('@digdir/designsystemet-web/popover');
  // place a popover that was opened meanwhile
  for (const open of document.querySelectorAll<HTMLElement>('[popover][id]')) {
    const opener = document.querySelector(`[popovertarget="${CSS.escape(open.id)}"]`);
    if (open.matches(':popover-open')) open.dispatchEvent(new CustomEvent('ds-toggle-source', { detail: opener }));
  }
}
