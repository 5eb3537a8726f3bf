import { el } from './chat-render.js';
import { personalData, without } from './chat-personal.js';

const MAX_CHARACTERS = 1000;
const COUNTER_FROM = 800;
const COUNTER_PAUSE_MS = 1000;

/** The field for a question: checks it before it is sent, counts, and shows beside it what is wrong. */
export class Composer {
  #ui;
  #onSend;
  #timers = {};
  #isStopped = false;
  /** While an answer is awaited nothing is sent. */
  busy = false;

  constructor(ui, onSend) {
    this.#ui = ui;
    this.#onSend = onSend;
    ui.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
    ui.box.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.submit();
    });
    ui.box.addEventListener('input', () => this.#changed());
  }

  get text() {
    return this.#ui.box.value;
  }

  set text(text) {
    this.#ui.box.value = text;
    this.#changed();
  }

  /** Sends what stands in the field, or says what stands in the way. `allowed` is sent as it is. */
  submit(allowed = '') {
    const { box } = this.#ui;
    const text = box.value.trim();
    box.focus();
    if (this.busy) return;
    if (!text) return this.#refuse('Type a question first.');
    const length = characters(text);
    if (length > MAX_CHARACTERS) {
      return this.#refuse(`Your question has ${length} characters. Please shorten it to ${MAX_CHARACTERS} or fewer.`);
    }
    const found = text === allowed ? [] : personalData(text);
    if (found.length) return this.#stop(text, found);
    this.#onSend(text);
  }

  /** What went wrong, and what can be done: `[{title, run, wait}]`, `wait` in seconds. */
  showProblem(words, ways = []) {
    const { problem, actions } = this.#ui;
    problem.textContent = words;
    clearTimeout(this.#timers.wait);
    actions.replaceChildren(...ways.map((way) => this.#action(way)));
  }

  hideProblem() {
    const { box, actions, problem } = this.#ui;
    if (actions.contains(box.getRootNode().activeElement)) box.focus();
    box.removeAttribute('aria-invalid');
    problem.textContent = '';
    actions.replaceChildren();
    this.#isStopped = false;
  }

  #refuse(words) {
    this.#ui.box.setAttribute('aria-invalid', 'true');
    this.showProblem(words);
    this.#isStopped = true;
  }

  /** A gentle stop: what is not needed to answer is better not sent. */
  #stop(text, found) {
    const kinds = [...new Set(found.map(({ kind }) => kind))];
    const shown = text.slice(found[0].start, found[0].end);
    this.showProblem(`You don’t need to tell me that: “${shown}” looks like ${kinds.join(', and there is ')}.`, [
      { title: 'Remove it', run: () => this.#edit(without(text, found)) },
      { title: 'Change it', run: () => this.#edit(this.text) },
      { title: 'Send it anyway', run: () => this.submit(text) },
    ]);
    this.#isStopped = true;
  }

  #edit(text) {
    this.text = text;
    this.hideProblem();
    this.#ui.box.focus();
  }

  #action({ title, run, wait = 0 }) {
    const button = el('button', {}, title);
    button.ariaDisabled = wait > 0;
    this.#timers.wait = setTimeout(() => { button.ariaDisabled = false; }, wait * 1000);
    button.addEventListener('click', () => {
      if (button.ariaDisabled !== 'true') run();
    });
    return button;
  }

  #changed() {
    const { box } = this.#ui;
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
    if (this.#isStopped) this.hideProblem();
    this.#count(characters(box.value.trim()));
  }

  #count(length) {
    const { counter, counterSpoken } = this.#ui;
    const words = length < COUNTER_FROM ? '' : charactersLeft(MAX_CHARACTERS - length);
    counter.textContent = words;
    clearTimeout(this.#timers.counter);
    this.#timers.counter = setTimeout(() => { counterSpoken.textContent = words; }, COUNTER_PAUSE_MS);
  }
}

/** Counted as the server counts, so a smiley is one. */
function characters(text) {
  return [...text].length;
}

function charactersLeft(left) {
  return left < 0 ? `${plural(-left, 'character')} too many` : `${plural(left, 'character')} left`;
}

export function plural(count, noun) {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
