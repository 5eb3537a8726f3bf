// Everything the bot says becomes text nodes: no markup is ever parsed.

// Numbers, e-mail and web addresses. What is tried at each place is bounded, so the time is linear in the text.
const NUMBER = String.raw`(?<number>\d[\d \u00a0]{1,14}\d)`;
const MAIL = String.raw`(?<mail>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})`;
const SITE = String.raw`(?<site>https://[^\s<>"”]{0,999}[^\s<>"”.,;:!?)])`;
const LINKABLE = new RegExp([SITE, MAIL, NUMBER].join('|'), 'g');
const URGENT_NUMBERS = new Set(['999', '112', '111', '101', '116000', '116111', '116123']);
const SAYS_NOTICE_IS_SILENT = new Set(['not_listed', 'not_covered']);

const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  // Not every button in a form sends it.
  if (tag === 'button') node.type = 'button';
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export function questionNode(text) {
  return el('div', { class: 'message question' }, hiddenLabel('You: '), ...textBlocks(text, plainText));
}

export function noteNode(text) {
  return el('p', { class: 'note' }, text);
}

/** An answer with its quotes. `wrong` is where to tell that it is wrong, or null. */
export function answerNode({ text, buttons, custom }, notice, onSuggestion, wrong = null) {
  const urgent = custom?.outcome === 'safeguarding';
  return el(
    'div',
    { class: `message answer${urgent ? ' safeguarding' : ''}`, 'data-outcome': custom?.outcome ?? '' },
    hiddenLabel('Answer: '),
    ...(urgent ? helpBlocks(text ?? '') : textBlocks(text ?? '', withLinks)),
    ...(custom && !urgent ? evidence(custom, notice) : []),
    suggestions(buttons ?? [], onSuggestion),
    custom?.notice && !urgent && wrong ? el('a', { class: 'small wrong', href: wrong }, 'Is this answer wrong?') : null,
  );
}

/** The card for someone in danger, its numbers there to press. */
export function helpBlocks(text) {
  return textBlocks(text, withUrgentLinks);
}

/** Words with their telephone numbers, e-mail and web addresses as links. */
export function withLinks(text) {
  return linked(text, isTelephone);
}

function hiddenLabel(text) {
  return el('span', { class: 'visually-hidden' }, text);
}

/** Paragraphs for lines, lists for runs of lines that start with "- ". */
function textBlocks(text, inline) {
  const blocks = [];
  let list = null;
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line.startsWith('- ')) {
      if (!list) blocks.push(list = el('ul'));
      list.append(el('li', {}, ...inline(line.slice(2))));
    } else {
      list = null;
      if (line) blocks.push(el('p', {}, ...inline(line)));
    }
  }
  return blocks;
}

const plainText = (text) => [text];
const withUrgentLinks = (text) => linked(text, (digits) => URGENT_NUMBERS.has(digits) || isTelephone(digits));

function isTelephone(digits) {
  return digits.startsWith('0') && digits.length >= 8 && digits.length <= 11;
}

function linked(text, isDialled) {
  const parts = [];
  let end = 0;
  for (const { 0: words, index, groups } of text.matchAll(LINKABLE)) {
    const link = linkFor(groups, isDialled);
    if (!link) continue;
    parts.push(text.slice(end, index), link);
    end = index + words.length;
  }
  return [...parts, text.slice(end)];
}

function linkFor({ site, mail, number }, isDialled) {
  if (site) return siteLink(site, site);
  if (mail) return el('a', { href: `mailto:${mail}` }, mail);
  const digits = number.replace(/\D/g, '');
  return isDialled(digits) ? el('a', { class: 'phone', href: `tel:${digits}` }, number) : null;
}

function siteLink(words, url) {
  return el(
    'a',
    { href: url, target: '_blank', rel: 'noopener noreferrer' },
    words,
    hiddenLabel(' (opens in a new tab)'),
  );
}

function evidence({ outcome, citations = [], related = [], sources = [], notice: edition }, notice) {
  const version = edition && el('p', { class: 'small' }, `${notice.title ?? 'Privacy notice'}, version ${edition.version}`);
  const isSilent = SAYS_NOTICE_IS_SILENT.has(outcome) && !citations.length;
  const from = ({ title, url, checked_on: day }) => el(
    'li', {}, /^https?:/i.test(url) ? siteLink(title, url) : title,
    el('span', { class: 'small' }, ` (checked ${Date.parse(day) ? longDate.format(Date.parse(day)) : day})`),
  );
  return [
    citations.length ? disclosure('citations', 'Where the notice says this', ...quotesBySection(citations, notice), version) : null,
    related.length ? disclosure('related', 'Lines that may be connected, by our reading', ...quotesBySection(related, notice)) : null,
    // The text has named them; here they are to be opened and checked.
    sources.length ? disclosure('sources', 'Where the facts from outside the notice come from', el('ul', {}, ...sources.map(from))) : null,
    isSilent ? version : null,
  ];
}

function disclosure(name, title, ...content) {
  return el('details', { class: name }, el('summary', {}, title), ...content);
}

function quotesBySection(quotes, notice) {
  const lists = new Map();
  for (const { section, quote } of quotes) {
    if (!lists.has(section)) lists.set(section, el('ul', { class: 'quotes' }));
    const href = notice.address(section, quote);
    lists.get(section).append(el('li', {}, el(href ? 'a' : 'span', { class: 'quote', ...(href && { href }) }, quote)));
  }
  return [...lists].flatMap(([section, list]) => {
    const heading = notice.heading(section);
    return [heading ? el('p', { class: 'section' }, heading) : null, list];
  });
}

function suggestions(buttons, onSuggestion) {
  const items = buttons.map((button) => {
    const node = el('button', { class: 'suggestion' }, button.title);
    node.addEventListener('click', () => onSuggestion(button));
    return el('li', {}, node);
  });
  return items.length ? el('ul', { class: 'suggestions', 'aria-label': 'Suggested questions' }, ...items) : null;
}
