// What looks like personal data, told before it is sent. Every pattern tries a bounded number of characters at
// each place, so the time is linear in the text.

const raw = String.raw;
const GAP = raw`[ \u00a0.()\-]{0,2}`;
const DAY = raw`(?:0?[1-9]|[12]\d|3[01])`;
const NUMERIC = raw`${DAY}[\/.\-](?:0?[1-9]|1[0-2])[\/.\-]`;
const MONTH = raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}`;
const YEAR = raw`(?:19|20)\d\d`;
const DATE = raw`${NUMERIC}(?:${YEAR}|\d\d)|${DAY}[a-z]{0,2}(?: of)? ${MONTH},? (?:${YEAR}|\d\d)|${MONTH} ${DAY},? ${YEAR}`;
const NOT_OF = raw`(?<!(?:section|article|schedule|regulation|reg|rule|part|page|paragraph|act|line|s)\.? )`;
const HOUSE = raw`${NOT_OF}(?<![a-z\d£$€/.])\d{1,4}[a-z]?[ ,]{1,2}`;
// "2 people from SW18" is no address.
const STREET = raw`(?!(?:of|or|and|to|in|at|people|child|children|kids|years?|months?|weeks?|days?|times|[ap]m)(?![a-z]))(?:[a-z'’.]{1,20}[ ,]{1,2}){1,6}`;

/** What it is called, how it looks, and what of that it is after a check (nothing, where it fails). */
const KINDS = [
  // Public bodies' addresses are how to reach them.
  ['an e-mail address', raw`(?<![\w.+\-])[\w.+\-]{1,64}@(?![\w.\-]{0,63}\.(?:gov|nhs|police)\.uk)[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,4}`],
  ['a National Insurance number',
    raw`(?<![a-z\d])(?!bg|gb|kn|nk|nt|tn|zz)[a-ceghj-prstw-z][a-ceghj-nprstw-z](?:${GAP}\d\d){3}${GAP}[a-d](?![a-z\d])`],
  ['a card number', raw`(?<![\d£$€.,])\d(?:[ \u00a0\-]?\d){12,18}(?!\d)`, asCard],
  // Numbers that begin with 03, 08 or 09 are an organisation's, helplines among them.
  ['a phone number', raw`(?<![\d£$€])(?:(?:\+|00)44${GAP}0?|0)${GAP}[127](?:${GAP}\d){8,9}(?!\d)`],
  ['an NHS number', raw`(?<![\d£$€.,])\d{3}[ \u00a0\-]?\d{3}[ \u00a0\-]?\d{4}(?![.,]?\d)`, asNhs],
  ['a date of birth', raw`(?<=(?<![a-z])(?:born|birth(?:day|date)?|d\.?o\.?b\.?)(?![a-z])[^\d]{0,20})(?:${DATE})(?!\d)`],
  // A later date, or one of something, is more likely that of a letter or a meeting.
  ['a date of birth', raw`(?<!(?:on|since|from|until|before|after|dated|by) )(?<![\d£$€/.\-])${NUMERIC}(?:19\d\d|20[01]\d)(?![/.\-]?\d)`],
  ['an address', raw`${HOUSE}(?:${STREET})?[a-z]{1,2}\d[a-z\d]? {0,2}\d[a-z]{2}(?![a-z\d])`],
].map(([name, pattern, check = (words) => words]) => [name, new RegExp(pattern, 'gi'), check]);

// Whoever tells of harm is never held up, so this errs towards letting through.
const HARM = new RegExp(raw`(?<![a-z])(?:(?:hit|hits|hitting|beat|beats|burn\w?|burnt|gun|nudes?|999)(?![a-z])|hurt|beaten|beating|kick|punch|slap|chok|`
  + 'strangl|bruis|bleed|abus|neglect|rape|molest|touch|groom|kill|murder|suicid|dying|(?:to|wanna) die|end (?:it|my)|self.?harm'
  + '|cut(?:s|ting)? (?:my|him|her)|overdos|scare|afraid|frighten|terrif|threat|weapon|knife|stab|attack|violen|danger|unsafe|not safe'
  + '|emergency|starv|lock(?:s|ed) |missing|r[ua]n(?:ning)? away|naked|forc(?:es|ed|ing) |help me)', 'i');

/** What in a text looks like personal data: `[{kind, start, end}]`, in order; nothing in a text that tells of harm. */
export function personalData(text) {
  const found = [];
  if (HARM.test(text)) return found;
  for (const [kind, pattern, check] of KINDS) {
    for (const { 0: looksLike, index: start } of text.matchAll(pattern)) {
      const words = check(looksLike);
      const end = start + words?.length;
      if (words && !found.some((other) => start < other.end && other.start < end)) found.push({ kind, start, end });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** The text without what was found in it. */
export function without(text, found) {
  const rest = found.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  return rest.replace(/ {2,}/g, ' ').replace(/ (?=[,.;?!])/g, '').trim();
}

/** By the Luhn check. An expiry date or a security number may stand right after it. */
function asCard(words) {
  for (let end = words.length; end > 12; end -= 1) {
    const digits = digitsOf(words.slice(0, end));
    const sum = digits.reverse().reduce((total, digit, place) => total + [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][digit] * (place % 2) + digit * (1 - place % 2), 0);
    if (digits.length > 12 && sum % 10 === 0 && new Set(digits).size > 1) return words.slice(0, end).trim();
  }
  return null;
}

/** By its check digit, modulo 11. */
function asNhs(words) {
  const digits = digitsOf(words);
  const sum = digits.reduce((total, digit, place) => total + digit * (10 - place || 1), 0);
  return sum % 11 === 0 && new Set(digits).size > 1 ? words : null;
}

function digitsOf(words) {
  return Array.from(words.replace(/\D/g, ''), Number);
}
