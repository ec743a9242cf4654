/** «912 34 567» for a mobile number, «22 33 44 55» for others; foreign and short numbers unchanged. */
export function phoneInWords(phone: string): string {
  if (!/^\d{8}$/.test(phone)) return phone;
  const groups = /^[489]/.test(phone) ? /^(\d{3})(\d{2})(\d{3})$/ : /^(\d{2})(\d{2})(\d{2})(\d{2})$/;
  return groups.exec(phone)!.slice(1).join('\u00a0');
}

/** The `tel:` URL of a number. */
export const dialling = (phone: string): string => `tel:${/^\d{8}$/.test(phone) ? `+47${phone}` : phone}`;
