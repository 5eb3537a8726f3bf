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

export function answerNode({ text, buttons, custom }, notice, onSuggestion) {
  const urgent = custom?.outcome === 'safeguarding';
  return el(
    'div',
    { class: `message answer${urgent ? ' safeguarding' : ''}`, 'data-outcome': custom?.outcome ?? '' },
    hiddenLabel('Answer: '),
    ...textBlocks(text ?? '', urgent ? withUrgentLinks : withLinks),
    ...(custom ? evidence(custom, notice) : []),
    suggestions(buttons ?? [], onSuggestion),
  );
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
const withLinks = (text) => linked(text, isTelephone);
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
  const version = edition?.version && versionLine(edition.version, notice);
  const silent = SAYS_NOTICE_IS_SILENT.has(outcome);
  return [
    citations.length ? quoteDisclosure('citations', 'Where the notice says this', citations, notice, version) : null,
    related.length
      ? quoteDisclosure('related', 'Lines that may be connected, by our reading', related, notice)
      : null,
    sources.length ? outsideSources(sources) : null,
    !citations.length && silent ? version : null,
  ];
}

function quoteDisclosure(name, title, quotes, notice, footer) {
  return el('details', { class: name }, el('summary', {}, title), ...quotesBySection(quotes, notice), footer);
}

function quotesBySection(quotes, notice) {
  const lists = new Map();
  for (const quote of quotes) {
    if (!lists.has(quote.section)) lists.set(quote.section, el('ul', { class: 'quotes' }));
    lists.get(quote.section).append(el('li', {}, quoteLine(quote, notice)));
  }
  return [...lists].flatMap(([section, list]) => {
    const heading = notice.heading(section);
    return heading ? [el('p', { class: 'section' }, heading), list] : [list];
  });
}

function quoteLine(quote, notice) {
  const address = notice.address(quote);
  return address
    ? el('a', { class: 'quote', href: address }, quote.quote)
    : el('span', { class: 'quote' }, quote.quote);
}

function versionLine(version, { title }) {
  return el('p', { class: 'small version' }, `${title ?? 'Privacy notice'}, version ${version}`);
}

function outsideSources(sources) {
  return el(
    'div',
    { class: 'sources' },
    el('p', { class: 'section' }, 'From outside the notice'),
    el('ul', {}, ...sources.map((source) => el('li', {}, sourceName(source), checkedOn(source.checked_on)))),
  );
}

function sourceName({ title, url }) {
  return /^https?:\/\//i.test(url ?? '') ? siteLink(title, url) : title;
}

function checkedOn(date) {
  if (!date) return null;
  const time = Date.parse(date);
  const words = Number.isNaN(time) ? date : longDate.format(time);
  return el('span', { class: 'small' }, ` (checked ${words})`);
}

function suggestions(buttons, onSuggestion) {
  if (!buttons.length) return null;
  return el(
    'ul',
    { class: 'suggestions', 'aria-label': 'Suggested questions' },
    ...buttons.map((button) => el('li', {}, suggestion(button, onSuggestion))),
  );
}

function suggestion(button, onSuggestion) {
  const node = el('button', { type: 'button', class: 'suggestion' }, button.title);
  node.addEventListener('click', () => onSuggestion(button));
  return node;
}
