// What is there for children alone: pictures, which carry no meaning that the words beside them don't, and
// hard words that are explained.

import { optional } from './chat-api.js';
import { el } from './chat-render.js';

/** What decorates answers for children. */
export class ForChildren {
  #pictures = [];
  #words = new Map();
  #pattern = null;

  /** With as much as can be loaded. */
  static async load(base) {
    const [pictures, words] = await Promise.all([optional(base, 'assets/icons.svg'), optional(base, 'words.json')]);
    return new ForChildren(await pictures?.text(), (await words?.json())?.words ?? []);
  }

  constructor(pictures = '', words = []) {
    this.#pictures = [...new DOMParser().parseFromString(pictures, 'image/svg+xml').querySelectorAll('path')];
    for (const word of words) for (const form of word.forms) this.#words.set(form.toLowerCase(), word);
    const forms = [...this.#words.keys()].sort((one, other) => other.length - one.length)
      .map((form) => form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
    if (forms.length) this.#pattern = new RegExp(`(?<![\\p{L}\\d])(?:${forms.join('|')})(?![\\p{L}\\d])`, 'giu');
  }

  /** Adds to an answer its picture, those of the questions under it, and its hard words as buttons. */
  decorate(answer, { custom }) {
    const about = custom?.topic ?? custom?.section;
    if (about) this.#draw(answer, about);
    for (const button of answer.querySelectorAll('.suggestion')) this.#draw(button, button.textContent);
    if (this.#pattern && custom?.outcome !== 'safeguarding') this.#markWords(answer);
  }

  #draw(node, about) {
    const words = about.toLowerCase();
    const picture = this.#pictures.find(({ dataset }) => dataset.about.split('|').some((each) => words.includes(each)));
    if (!picture) return;
    const svg = document.createElementNS(picture.namespaceURI, 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('class', 'icon');
    svg.setAttribute('aria-hidden', 'true');
    svg.append(document.importNode(picture));
    node.prepend(svg);
  }

  /** The first place of each hard word becomes a button that opens what it means. */
  #markWords(answer) {
    const marked = new Set();
    for (const block of answer.querySelectorAll(':scope > p, :scope > ul:not(.suggestions) > li')) {
      for (const text of [...block.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)) {
        const parts = [];
        let end = 0;
        for (const { 0: form, index } of text.data.matchAll(this.#pattern)) {
          const word = this.#words.get(form.toLowerCase());
          if (marked.has(word)) continue;
          marked.add(word);
          parts.push(text.data.slice(end, index), wordButton(form, word, block));
          end = index + form.length;
        }
        text.replaceWith(...parts, text.data.slice(end));
      }
    }
  }
}

function wordButton(form, { question, meaning }, block) {
  const button = el('button', { class: 'word' }, form);
  const explained = el('span', { class: 'meaning' }, el('b', {}, question), ` ${meaning.child}`);
  button.addEventListener('click', () => {
    // In the log, so that it is read out when it opens.
    if (explained.isConnected) explained.remove();
    else block.append(explained);
    button.ariaExpanded = explained.isConnected;
  });
  button.ariaExpanded = false;
  return button;
}
