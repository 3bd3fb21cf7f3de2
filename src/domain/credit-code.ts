const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** 统一社会信用代码, GB 32100-2015: 17 characters and a check character modulo 31, weights 3^(i−1). */
export function isCreditCode(text: string): boolean {
  const places = [...text.toUpperCase()].map((character) => alphabet.indexOf(character));
  if (places.length !== 18 || places.includes(-1)) return false;
  let weight = 1;
  let sum = 0;
  for (const place of places.slice(0, 17)) [sum, weight] = [sum + place * weight, (weight * 3) % 31];
  return (31 - (sum % 31)) % 31 === places[17];
}

const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Does the organisation code within a credit code (places 9–17, GB 11714) bear its own check character? Codes given out
 * in error exist, so a wrong one is a reason to ask, not to refuse.
 */
export function hasOrganisationCode(creditCode: string): boolean {
  const code = creditCode.toUpperCase().slice(8, 17);
  let sum = 0;
  for (const [place, weight] of organisationWeights.entries()) sum += Number.parseInt(code[place] ?? "", 36) * weight;
  return "0X987654321"[sum % 11] === code[8];
}
