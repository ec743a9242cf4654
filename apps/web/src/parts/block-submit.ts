import { useEffect } from 'react';

/** While `isBlocked`, the form around the field with this id is not submitted: the field takes the focus instead. */
export function useBlockSubmit(id: string, isBlocked: boolean): void {
  useEffect(() => {
    if (!isBlocked) return;
    const field = document.getElementById(id);
    const form = field?.closest('form');
    const keepBack = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
      field?.focus();
    };
    form?.addEventListener('submit', keepBack, true);
    return () => form?.removeEventListener('submit', keepBack, true);
  }, [id, isBlocked]);
}
