import { ChatApi, NoticeIndex } from './chat-api.js';
import { ForChildren } from './chat-child.js';
import { Composer, plural } from './chat-composer.js';
import { answerNode, el, noteNode, questionNode } from './chat-render.js';
import { Session } from './chat-session.js';
import { buildShell } from './chat-shell.js';
import { sheet } from './chat-style.js';
import { Tools } from './chat-tools.js';

const TYPING_DELAY_MS = 300;
const NEUTRAL_PAGE = 'https://www.bbc.co.uk/weather';

const DELETED = 'Your chat is deleted. Nothing of it is kept, here or on the council’s server.';
const ALREADY_ENDED = 'Your chat had ended, and is cleared from this page.';
const RENEWED = 'Your earlier chat had ended, so a new one has started. Your question has not been sent yet.';

/**
 * The chat. Attributes, all optional, as docs/widget.md explains them: `audience` (adult, child, staff), `base`
 * (address of the bot, by default the origin this script came from), `heading`, `accent` and `accent-dark`,
 * `privacy`, `contact`, `leave-to`, and `panel`, which is how the launcher shows it.
 */
class WhoseesChat extends HTMLElement {
  #ui;
  #base;
  #session;
  #composer;
  #tools;
  #notice;
  #noticeReady;
  #forChildren;
  #typingTimer;

  connectedCallback() {
    if (this.shadowRoot) return;
    this.#base = new URL(this.getAttribute('base') ?? '/', import.meta.url);
    this.#ui = buildShell(this.hasAttribute('panel'));
    this.#session = new Session(
      new ChatApi(this.#base), this.getAttribute('audience') ?? 'adult', (messages) => this.#showGreeting(messages),
    );
    this.#composer = new Composer(this.#ui, (payload) => this.#send({ payload }, this.#composer.text));
    this.#tools = new Tools(this.#ui, this.getAttribute('contact'));
    this.#noticeReady = NoticeIndex.load(this.#base).then((notice) => {
      this.#notice = this.#tools.notice = notice;
    });
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
    this.#name();
    for (const colour of ['accent', 'accent-dark']) {
      if (this.hasAttribute(colour)) this.style.setProperty(`--whosees-${colour}`, this.getAttribute(colour));
    }
    this.#listen();
    this.#start();
  }

  /** Puts the focus into the field for a question. */
  focus() {
    this.#ui.box.focus();
  }

  async #start() {
    const kept = this.#session.restore();
    if (kept) {
      // The log is filled before it enters the document, so that a screen
      // reader does not read out the whole conversation again.
      await this.#ready();
      for (const entry of kept) this.#show(entry);
    }
    this.#showAudience();
    this.shadowRoot.append(this.#ui.chat);
    if (kept) this.#lastAnswer()?.scrollIntoView({ block: 'start', behavior: 'instant' });
    else await this.#greet();
  }

  #name() {
    const heading = this.getAttribute('heading') ?? 'Chat about the privacy notice';
    this.#ui.chat.setAttribute('aria-label', heading);
    this.#ui.heading.textContent = heading;
    const privacy = this.getAttribute('privacy');
    if (privacy) this.#ui.links.append(el('a', { href: privacy }, 'What happens to what you type'));
    const notice = el('a', { href: new URL('notice', this.#base) }, 'The full notice');
    this.#ui.shorter.append('This is a shorter version. ', notice, ' is the one that counts.');
  }

  #listen() {
    const ui = this.#ui;
    const on = (part, act) => part?.addEventListener('click', act);
    ui.simpler.addEventListener('change', () => this.#changeAudience());
    on(ui.clear, () => this.#deleteChat());
    on(ui.leave, () => this.#leave());
    on(ui.close, () => this.#closeChat());
    ui.chat.addEventListener('keydown', (event) => event.key === 'Escape' && this.#escape(event));
  }

  // ---- asking

  async #greet() {
    try {
      await this.#session.open();
    } catch (error) {
      this.#showProblem(error, () => this.#greet());
    }
  }

  async #showGreeting(messages) {
    await this.#ready();
    for (const message of messages) this.#show({ message, audience: this.#session.audience });
  }

  /** `typed`: what stands in the field and comes back to it, should it not be sent. */
  async #send({ payload, title = payload }, typed = '') {
    if (this.#composer.busy) return;
    this.#setBusy(true);
    this.#composer.hideProblem();
    let question;
    try {
      await this.#session.open();
      question = this.#append(questionNode(title));
      question.scrollIntoView({ block: 'nearest' });
      if (typed) this.#composer.text = '';
      this.#session.persist();
      const messages = await this.#session.ask(payload);
      await this.#ready();
      this.#session.entries.push({ question: title });
      this.#receive(messages);
    } catch (error) {
      question?.remove();
      if (!this.#session.sent) this.#session.unstore();
      this.#composer.text ||= typed;
      await this.#sendFailed(error, () => (typed ? this.#composer.submit(payload) : this.#send({ payload, title })));
    } finally {
      this.#setBusy(false);
    }
  }

  #receive(messages) {
    const { audience } = this.#session;
    const answers = messages.map((message) => this.#show({ message, audience }));
    this.#session.persist();
    this.#showAudience();
    answers[0]?.scrollIntoView({ block: 'start' });
    this.#tools.read(messages.map(({ text }) => text));
  }

  async #sendFailed(error, again) {
    if (error.kind !== 'expired') return this.#showProblem(error, again);
    this.#session.forget();
    try {
      await this.#session.open();
      this.#composer.showProblem(RENEWED, [
        { title: 'Send it now', run: () => this.#retry(again) },
        { title: 'Clear the old chat', run: () => this.#clear(ALREADY_ENDED) },
      ]);
    } catch (failure) {
      this.#showProblem(failure, again);
    }
  }

  #showProblem({ message, retryAfter: wait = 0 }, again) {
    this.#composer.showProblem(
      wait ? `${message} Please wait ${plural(wait, 'second')}.` : message,
      [{ title: 'Try again', run: () => this.#retry(again), wait }],
    );
  }

  #retry(again) {
    if (this.#composer.busy) return;
    this.#composer.hideProblem();
    again();
  }

  // ---- deleting, leaving, changing audience

  async #deleteChat() {
    if (this.#composer.busy) return;
    this.#setBusy(true);
    this.#composer.hideProblem();
    try {
      // After an expired session was noticed and no new one could be opened there is none.
      const isOpen = this.#session.isOpen && await this.#session.close();
      this.#clear(isOpen ? DELETED : ALREADY_ENDED);
    } catch (error) {
      this.#showProblem(new Error(`The chat is not deleted yet. ${error.message}`), () => this.#deleteChat());
    } finally {
      this.#setBusy(false);
    }
  }

  #clear(words) {
    this.#forget();
    this.#composer.text = '';
    this.#composer.hideProblem();
    this.#ui.log.focus();
    this.#append(noteNode(words));
    this.#greet();
  }

  #forget() {
    this.#tools.read([]);
    this.#session.startAfresh();
    this.#ui.log.replaceChildren();
    this.#showAudience();
  }

  /** Nothing is waited for: who leaves must be away at once. */
  #leave() {
    if (this.#session.isOpen) this.#session.close(true).catch(() => {});
    this.#forget();
    this.#composer.text = '';
    this.#ui.chat.remove();
    location.replace(this.getAttribute('leave-to') ?? NEUTRAL_PAGE);
  }

  async #changeAudience() {
    const { simpler } = this.#ui;
    if (this.#composer.busy) {
      simpler.checked = !simpler.checked;
      return;
    }
    const audience = simpler.checked ? 'child' : 'adult';
    if (!this.#session.sent) await this.#startAgain();
    this.#session.audience = audience;
    this.#showAudience();
    if (!this.#session.sent) return this.#greet();
    this.#session.persist();
    this.#append(noteNode(`From your next question on, answers use ${simpler.checked ? 'simpler' : 'usual'} words.`))
      .scrollIntoView({ block: 'nearest' });
  }

  /** Nothing was said yet: a new session is to greet in other words. */
  async #startAgain() {
    await this.#session.open().catch(() => {});
    if (this.#session.isOpen) this.#session.close().catch(() => {});
    this.#composer.hideProblem();
    this.#forget();
  }

  // ---- what is shown

  /** What answers are made with: the notice's headings, and for children pictures and hard words. */
  async #ready() {
    await this.#noticeReady;
    if (this.#session.audience === 'child') this.#forChildren ??= await ForChildren.load(this.#base);
  }

  #show(entry) {
    const { message, question, audience } = entry;
    this.#session.entries.push(entry);
    if (question !== undefined) return this.#append(questionNode(question));
    const node = answerNode(message, this.#notice, (button) => this.#send(button), this.#whereWrong(message));
    if (audience === 'child') this.#forChildren?.decorate(node, message);
    return this.#append(node);
  }

  #append(node) {
    this.#ui.log.append(node);
    return node;
  }

  #lastAnswer() {
    return [...this.#ui.log.querySelectorAll('.question + .answer')].at(-1);
  }

  #showAudience() {
    const ui = this.#ui;
    const { audience, start, sent } = this.#session;
    const isChild = audience === 'child';
    ui.chat.dataset.audience = audience;
    ui.simpler.checked = isChild;
    ui.simplerLabel.hidden = start === 'staff';
    ui.clear.hidden = !sent;
    ui.shorter.hidden = !isChild;
    this.#tools.suit(isChild);
  }

  /** Where to tell that an answer is wrong: the answer goes along, the question does not. */
  #whereWrong({ text }) {
    const email = this.#notice.contacts.find((contact) => contact.email)?.email;
    const contact = this.getAttribute('contact') ?? (email && `mailto:${email}`);
    if (!contact?.startsWith('mailto:')) return contact;
    const subject = encodeURIComponent('Is this answer of the chat wrong?');
    return `${contact}${contact.includes('?') ? '&' : '?'}subject=${subject}&body=${encodeURIComponent(text)}`;
  }

  /** Escape closes what was opened last. */
  #escape(event) {
    if (!this.#tools.closeLast()) {
      if (!this.#ui.close) return;
      this.#closeChat();
    }
    event.stopPropagation();
  }

  #closeChat() {
    this.hidden = true;
    this.#tools.read([]);
    this.dispatchEvent(new Event('whosees-close'));
  }

  #setBusy(busy) {
    const { send, clear, typing } = this.#ui;
    this.#composer.busy = busy;
    send.ariaDisabled = clear.ariaDisabled = busy;
    clearTimeout(this.#typingTimer);
    typing.textContent = '';
    if (busy) {
      // A quick answer needs no announcement that one is coming.
      this.#typingTimer = setTimeout(() => { typing.textContent = 'One moment'; }, TYPING_DELAY_MS);
    }
  }
}

customElements.define('whosees-chat', WhoseesChat);
