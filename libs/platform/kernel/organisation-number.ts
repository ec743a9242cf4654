const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2] as const;

/** True for nine digits whose last is the MOD-11 check digit of the others (Brønnøysundregistrene). */
export function isOrganisationNumber(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(text[8]);
}
