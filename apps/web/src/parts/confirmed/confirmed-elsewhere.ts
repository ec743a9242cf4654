const CHANNEL = 'samspill.confirmed';

/** Tells the other tabs of this browser that the user has proven who they are. */
export function tellOtherTabs(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/**
 * Calls `then` when another tab tells so, and each time this tab is shown again, since the other may have been closed too
 * early. Returns a function that stops it.
 */
export function whenConfirmedElsewhere(then: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = then;
  window.addEventListener('focus', then);
  return () => {
    channel.close();
    window.removeEventListener('focus', then);
  };
}
