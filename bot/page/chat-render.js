// Everything the bot says becomes text nodes: no markup is ever parsed.

// At most 16 characters a match, so the time is linear in the text.
const DIGIT_RUN = /\d[\d \u00a0]{1,14}\d/g;
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
    ...textBlocks(text ?? '', urgent ? withUrgentNumbers : withPhoneNumbers),
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
const withPhoneNumbers = (text) => linkNumbers(text, isTelephone);
const withUrgentNumbers = (text) => linkNumbers(text, (digits) => URGENT_NUMBERS.has(digits) || isTelephone(digits));

function isTelephone(digits) {
  return digits.startsWith('0') && digits.length >= 8 && digits.length <= 11;
}

function linkNumbers(text, isDialled) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(DIGIT_RUN)) {
    const digits = match[0].replace(/\D/g, '');
    if (!isDialled(digits)) continue;
    parts.push(text.slice(end, match.index), el('a', { class: 'phone', href: `tel:${digits}` }, match[0]));
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
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
  if (!/^https?:\/\//i.test(url ?? '')) return title;
  return el(
    'a',
    { href: url, target: '_blank', rel: 'noopener noreferrer' },
    title,
    hiddenLabel(' (opens in a new tab)'),
  );
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
