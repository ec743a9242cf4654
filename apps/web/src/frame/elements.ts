// What the components of Designsystemet that the pages use stand on in the browser; the whole of it is twice as large.
// `elements.spec.ts` says when a page uses a component that needs more, and does not bring it itself.
import '@digdir/designsystemet-web/clickdelegatefor';
import '@digdir/designsystemet-web/details';
import '@digdir/designsystemet-web/dialog';
import '@digdir/designsystemet-web/ds-field';
import '@digdir/designsystemet-web/fieldset';
import '@digdir/designsystemet-web/readonly';

if (!('commandForElement' in HTMLButtonElement.prototype)) void import('@digdir/designsystemet-web/invokers');

// What stands behind a dialog does not scroll. Designsystemet asks by `:has` whether there is one, of the whole page, at
// every change of it: `lighter-selectors.mjs`.
const gone = new MutationObserver(holdStill);
document.addEventListener('toggle', ({ target }) => target instanceof HTMLDialogElement && holdStill(), true);

function holdStill(): void {
  const isThere = document.querySelector('dialog:modal') !== null;
  if (isThere === document.body.hasAttribute('data-behind-dialog')) return;
  document.body.toggleAttribute('data-behind-dialog', isThere);
  // one that is taken out of the page while it is open says nothing
  if (isThere) gone.observe(document.body, { childList: true, subtree: true });
  else gone.disconnect();
}

// What lays a popover beside its button weighs more than all of the above, and is wanted when a menu is opened: it comes
// when the pointer or the focus does. A browser that knows no popovers needs it at once, to hide them.
const NEAR = ['pointerover', 'focusin'] as const;
const comeNear = ({ target }: Event) => {
  if (target instanceof Element && target.closest('[popovertarget]')) void bringPopovers();
};
for (const it of NEAR) document.addEventListener(it, comeNear, { passive: true });
if (!('popover' in HTMLElement.prototype)) void bringPopovers();

async function bringPopovers(): Promise<void> {
  for (const it of NEAR) document.removeEventListener(it, comeNear);
  await import('@digdir/designsystemet-web/popover');
  // one that was opened meanwhile is laid in its place now
  for (const open of document.querySelectorAll<HTMLElement>('[popover][id]')) {
    const opener = document.querySelector(`[popovertarget="${CSS.escape(open.id)}"]`);
    if (open.matches(':popover-open')) open.dispatchEvent(new CustomEvent('ds-toggle-source', { detail: opener }));
  }
}
