import { ChatApi, NoticeIndex } from './chat-api.js';
import { answerNode, el, noteNode, questionNode } from './chat-render.js';
import { sheet } from './chat-style.js';

const STORE_KEY = 'whosees-chat';
const MAX_CHARACTERS = 1000;
const COUNTER_FROM = 800;
const TYPING_DELAY_MS = 300;
const COUNTER_PAUSE_MS = 1000;

const DELETED = 'Your chat is deleted. Nothing of it is kept, here or on the council’s server.';
const ALREADY_ENDED = 'Your chat had already ended, and is cleared from this page.';
const RENEWED = 'Your earlier chat had ended, so a new one has started. Your question has not been sent yet.';

const store = {
  read() {
    try {
      return JSON.parse(sessionStorage.getItem(STORE_KEY));
    } catch {
      return null;
    }
  },
  write(state) {
    try {
      sessionStorage.setItem(STORE_KEY, JSON.stringify(state));
    } catch {
      // Storage is full or switched off: the chat works, a reload starts anew.
    }
  },
  clear() {
    try {
      sessionStorage.removeItem(STORE_KEY);
    } catch {
      // Storage is switched off, so there is nothing to clear.
    }
  },
};

/**
 * The chat. Attributes, all optional: `audience` (adult, child, staff), `base`
 * (address of the bot, by default the origin this script came from), `label`
 * (the chat's accessible name).
 */
class WhoseesChat extends HTMLElement {
  #ui = buildShell();
  #api;
  #noticeReady;
  #notice;
  #session = null;
  #opening = null;
  #entries = [];
  #sent = false;
  #busy = false;
  #startAudience;
  #audience;
  #retry = null;
  #timers = {};

  connectedCallback() {
    if (this.shadowRoot) return;
    const base = new URL(this.getAttribute('base') ?? '/', import.meta.url);
    this.#api = new ChatApi(base);
    this.#noticeReady = NoticeIndex.load(base).then((notice) => { this.#notice = notice; });
    this.#startAudience = this.getAttribute('audience') ?? 'adult';
    this.#audience = this.#startAudience;
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
    this.#ui.chat.setAttribute('aria-label', this.getAttribute('label') ?? 'Chat about the privacy notice');
    this.#listen();
    this.#start();
  }

  focus() {
    this.#ui.box.focus();
  }

  async #start() {
    const stored = store.read();
    if (stored) {
      // The log is filled before it enters the document, so that a screen
      // reader does not read out the whole conversation again.
      await this.#noticeReady;
      this.#restore(stored);
    }
    this.#showAudience();
    this.shadowRoot.append(this.#ui.chat);
    if (stored) this.#lastAnswer()?.scrollIntoView({ block: 'start', behavior: 'instant' });
    else await this.#greet();
  }

  #listen() {
    const { form, box, simpler, clear, retry } = this.#ui;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#sendBox();
    });
    box.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#sendBox();
    });
    box.addEventListener('input', () => this.#boxChanged());
    simpler.addEventListener('change', () => this.#changeAudience());
    clear.addEventListener('click', () => this.#deleteChat());
    retry.addEventListener('click', () => this.#tryAgain());
  }

  // ---- session

  #restore({ token, sessionAudience, audience, startAudience, entries }) {
    this.#session = { token, audience: sessionAudience };
    this.#opening = Promise.resolve();
    // A link for another audience than the one the chat began with is followed.
    this.#audience = startAudience === this.#startAudience ? audience : this.#startAudience;
    this.#sent = true;
    for (const entry of entries) this.#show(entry);
  }

  #persist() {
    store.write({
      token: this.#session.token,
      sessionAudience: this.#session.audience,
      audience: this.#audience,
      startAudience: this.#startAudience,
      entries: this.#entries,
    });
  }

  #ensureSession() {
    this.#opening ??= this.#openSession().catch((error) => {
      this.#opening = null;
      throw error;
    });
    return this.#opening;
  }

  async #openSession() {
    const [{ session, audience, messages }] = await Promise.all([
      this.#api.open(this.#audience),
      this.#noticeReady,
    ]);
    this.#session = { token: session, audience };
    if (!this.#entries.length) for (const message of messages) this.#show({ message });
  }

  #forgetSession() {
    store.clear();
    this.#session = null;
    this.#opening = null;
    this.#sent = false;
  }

  #forgetConversation() {
    this.#forgetSession();
    this.#entries = [];
    this.#ui.log.replaceChildren();
    this.#ui.clear.hidden = true;
  }

  async #greet() {
    try {
      await this.#ensureSession();
    } catch (error) {
      this.#showProblem(error, () => this.#greet());
    }
  }

  // ---- asking

  async #sendBox() {
    const { box } = this.#ui;
    const text = box.value.trim();
    box.focus();
    if (this.#busy || this.#refusedHere(text)) return;
    const typed = box.value;
    const sent = await this.#send(text, text, () => this.#fillBox(''), () => this.#sendBox());
    if (!sent && !box.value) this.#fillBox(typed);
  }

  #refusedHere(text) {
    if (!text) return this.#showInvalid('Type a question first.');
    const length = characters(text);
    if (length <= MAX_CHARACTERS) return false;
    return this.#showInvalid(
      `Your question has ${length} characters. Please shorten it to ${MAX_CHARACTERS} or fewer.`,
    );
  }

  #sendSuggestion({ title, payload }) {
    if (this.#busy) return;
    this.#send(payload, title, () => {}, () => this.#sendSuggestion({ title, payload }));
  }

  async #send(text, shown, onLeaving, again) {
    this.#setBusy(true);
    this.#hideProblem();
    let question;
    try {
      await this.#ensureSession();
      question = this.#append(questionNode(shown));
      question.scrollIntoView({ block: 'nearest' });
      onLeaving();
      this.#persist();
      const messages = await this.#ask(text);
      this.#entries.push({ question: shown });
      this.#receive(messages);
      return true;
    } catch (error) {
      question?.remove();
      if (!this.#sent) store.clear();
      await this.#sendFailed(error, again);
      return false;
    } finally {
      this.#setBusy(false);
    }
  }

  async #ask(text) {
    const { token, audience } = this.#session;
    const change = this.#audience === audience ? undefined : this.#audience;
    const messages = await this.#api.ask(token, text, change);
    this.#session.audience = this.#audience;
    return messages;
  }

  #receive(messages) {
    this.#sent = true;
    const answers = messages.map((message) => this.#show({ message }));
    this.#persist();
    this.#ui.clear.hidden = false;
    answers[0]?.scrollIntoView({ block: 'start' });
  }

  async #sendFailed(error, again) {
    if (error.kind !== 'expired') return this.#showProblem(error, again);
    this.#forgetSession();
    try {
      await this.#ensureSession();
      this.#showProblem(new Error(RENEWED), again);
    } catch (failure) {
      this.#showProblem(failure, again);
    }
  }

  // ---- deleting and changing audience

  async #deleteChat() {
    if (this.#busy) return;
    this.#setBusy(true);
    this.#hideProblem();
    try {
      this.#confirmDeleted(await this.#closeSession());
    } catch (error) {
      this.#showProblem(new Error(`The chat is not deleted yet. ${error.message}`), () => this.#deleteChat());
    } finally {
      this.#setBusy(false);
    }
  }

  async #closeSession() {
    // After an expired session was noticed and no new one could be opened there is none.
    if (!this.#session) return ALREADY_ENDED;
    try {
      await this.#api.close(this.#session.token);
      return DELETED;
    } catch (error) {
      if (error.kind !== 'expired') throw error;
      return ALREADY_ENDED;
    }
  }

  #confirmDeleted(words) {
    this.#forgetConversation();
    this.#fillBox('');
    this.#ui.log.focus();
    this.#append(noteNode(words));
    this.#greet();
  }

  async #changeAudience() {
    const { simpler } = this.#ui;
    if (this.#busy) {
      simpler.checked = !simpler.checked;
      return;
    }
    const usual = this.#startAudience === 'child' ? 'adult' : this.#startAudience;
    this.#audience = simpler.checked ? 'child' : usual;
    this.#showAudience();
    if (this.#sent) this.#noteAudience();
    else await this.#greetAnew();
  }

  #noteAudience() {
    this.#persist();
    const style = this.#audience === 'child' ? 'simpler' : 'usual';
    this.#append(noteNode(`From your next question on, answers use ${style} words.`))
      .scrollIntoView({ block: 'nearest' });
  }

  /** Nothing was said yet, so a new session greets in this audience's words. */
  async #greetAnew() {
    this.#setBusy(true);
    this.#hideProblem();
    try {
      await this.#opening?.catch(() => {});
      const unused = this.#session;
      this.#forgetConversation();
      if (unused) this.#api.close(unused.token).catch(() => {});
      await this.#greet();
    } finally {
      this.#setBusy(false);
    }
  }

  // ---- what is shown

  #show(entry) {
    this.#entries.push(entry);
    return this.#append(
      entry.message
        ? answerNode(entry.message, this.#notice, (button) => this.#sendSuggestion(button))
        : questionNode(entry.question),
    );
  }

  #append(node) {
    this.#ui.log.append(node);
    return node;
  }

  #lastAnswer() {
    return [...this.#ui.log.querySelectorAll('.question + .answer')].at(-1);
  }

  #showAudience() {
    const { chat, simpler, simplerLabel, clear } = this.#ui;
    chat.dataset.audience = this.#audience;
    simpler.checked = this.#audience === 'child';
    simplerLabel.hidden = this.#startAudience === 'staff';
    clear.hidden = !this.#sent;
  }

  #setBusy(busy) {
    const { send, clear, typing } = this.#ui;
    this.#busy = busy;
    for (const button of [send, clear]) button.setAttribute('aria-disabled', String(busy));
    clearTimeout(this.#timers.typing);
    typing.textContent = '';
    if (busy) {
      // A quick answer needs no announcement that one is coming.
      this.#timers.typing = setTimeout(() => { typing.textContent = 'One moment'; }, TYPING_DELAY_MS);
    }
  }

  #fillBox(text) {
    this.#ui.box.value = text;
    this.#boxChanged();
  }

  #boxChanged() {
    const { box } = this.#ui;
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
    if (box.hasAttribute('aria-invalid')) this.#hideProblem();
    this.#count(characters(box.value.trim()));
  }

  #count(length) {
    const { counter, counterSpoken } = this.#ui;
    const words = length < COUNTER_FROM ? '' : charactersLeft(MAX_CHARACTERS - length);
    counter.textContent = words;
    clearTimeout(this.#timers.counter);
    this.#timers.counter = setTimeout(() => { counterSpoken.textContent = words; }, COUNTER_PAUSE_MS);
  }

  #showInvalid(words) {
    this.#ui.box.setAttribute('aria-invalid', 'true');
    this.#ui.problem.textContent = words;
    this.#ui.retry.hidden = true;
    return true;
  }

  #showProblem(error, again) {
    const { problem, retry } = this.#ui;
    const wait = error.retryAfter ?? 0;
    problem.textContent = wait ? `${error.message} Please wait ${plural(wait, 'second')}.` : error.message;
    this.#retry = again;
    retry.hidden = false;
    retry.setAttribute('aria-disabled', String(wait > 0));
    clearTimeout(this.#timers.retry);
    this.#timers.retry = setTimeout(() => retry.setAttribute('aria-disabled', 'false'), wait * 1000);
  }

  #hideProblem() {
    const { box, problem, retry } = this.#ui;
    if (this.shadowRoot.activeElement === retry) box.focus();
    box.removeAttribute('aria-invalid');
    problem.textContent = '';
    retry.hidden = true;
  }

  #tryAgain() {
    if (this.#busy || this.#ui.retry.getAttribute('aria-disabled') === 'true') return;
    this.#hideProblem();
    this.#retry();
  }
}

function buildShell() {
  const simpler = el('input', { type: 'checkbox' });
  const simplerLabel = el('label', { class: 'simpler' }, simpler, 'Make it simpler / I’m under 18');
  const clear = el('button', { type: 'button', class: 'clear', hidden: '' }, 'Delete and start again');
  const log = el('div', {
    class: 'log', role: 'log', 'aria-live': 'polite', 'aria-relevant': 'additions', 'aria-label': 'Conversation',
    tabindex: '0',
  });
  const typing = el('p', { class: 'typing', role: 'status' });
  const box = el('textarea', {
    id: 'box', rows: '1', autocomplete: 'off', enterkeyhint: 'send', 'aria-describedby': 'problem',
  });
  const send = el('button', { type: 'submit', class: 'send' }, 'Send');
  const counter = el('p', { class: 'counter small', 'aria-hidden': 'true' });
  const counterSpoken = el('p', { class: 'visually-hidden', role: 'status' });
  const problem = el('p', { id: 'problem', role: 'alert' });
  const retry = el('button', { type: 'button', class: 'retry', hidden: '' }, 'Try again');
  const form = el(
    'form',
    { class: 'ask', novalidate: '' },
    el('label', { for: 'box' }, 'Your question'),
    el('div', { class: 'row' }, box, send),
    counter,
    counterSpoken,
    el('div', { class: 'problem' }, problem, retry),
  );
  const chat = el(
    'section',
    { class: 'chat', lang: 'en-GB' },
    el('div', { class: 'tools' }, simplerLabel, clear),
    log,
    typing,
    form,
  );
  return { chat, simpler, simplerLabel, clear, log, typing, form, box, send, counter, counterSpoken, problem, retry };
}

/** Counted as the server counts, so a smiley is one. */
function characters(text) {
  return [...text].length;
}

function charactersLeft(left) {
  return left < 0 ? `${plural(-left, 'character')} too many` : `${plural(left, 'character')} left`;
}

function plural(count, noun) {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

customElements.define('whosees-chat', WhoseesChat);
