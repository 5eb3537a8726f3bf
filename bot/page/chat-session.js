const STORE_KEY = 'whosees-chat';

/** Does something with this tab's storage, which may be full or switched off: then a reload starts anew. */
function inStorage(act) {
  try {
    return act(sessionStorage);
  } catch {
    return null;
  }
}

/** One conversation as this tab has it: its token, its audience, and all that is shown of it. */
export class Session {
  /** What is shown, in order: `{question}` or `{message, audience}`. */
  entries = [];
  /** Whether anything was said. */
  sent = false;
  #api;
  #onGreeting;
  #token = null;
  #told = null;
  #opening = null;

  constructor(api, audience, onGreeting) {
    this.#api = api;
    /** The page's own audience. */
    this.start = audience;
    this.#onGreeting = onGreeting;
    this.audience = audience;
  }

  get isOpen() {
    return this.#token !== null;
  }

  /** Takes up what this tab has kept; gives its entries, or null if there is nothing. */
  restore() {
    const kept = inStorage((store) => JSON.parse(store.getItem(STORE_KEY)));
    if (!kept) return null;
    this.#token = kept.token;
    this.#told = kept.told;
    this.#opening = Promise.resolve();
    // A link for another audience than the one the chat began with is followed.
    this.audience = kept.start === this.start ? kept.audience : this.start;
    this.sent = true;
    return kept.entries;
  }

  persist() {
    const { audience, entries } = this;
    const kept = { token: this.#token, told: this.#told, start: this.start, audience, entries };
    inStorage((store) => store.setItem(STORE_KEY, JSON.stringify(kept)));
  }

  /** Opens a conversation on the server, unless one is open. */
  open() {
    this.#opening ??= this.#open().catch((error) => {
      this.#opening = null;
      throw error;
    });
    return this.#opening;
  }

  async #open() {
    const { session, audience, messages } = await this.#api.open(this.audience);
    this.#token = session;
    this.#told = audience;
    if (!this.entries.length) await this.#onGreeting(messages);
  }

  /** The answers to a message, in the words of the audience that is chosen now. */
  async ask(text) {
    const change = this.audience === this.#told ? undefined : this.audience;
    const [messages, audience] = await this.#api.ask(this.#token, text, change);
    this.audience = this.#told = audience ?? this.audience;
    this.sent = true;
    return messages;
  }

  /** Deletes the conversation on the server; false where it had ended. Throws where that can't be confirmed. */
  async close(leaving = false) {
    try {
      await this.#api.close(this.#token, leaving);
      return true;
    } catch (error) {
      if (error.kind !== 'expired') throw error;
      return false;
    }
  }

  /** Leaves nothing in the tab's storage. */
  unstore() {
    inStorage((store) => store.removeItem(STORE_KEY));
  }

  /** Forgets the token, here and in the tab's storage; what is shown stays. */
  forget() {
    this.unstore();
    this.#token = null;
    this.#opening = null;
    this.sent = false;
  }

  /** Forgets everything; the next person begins as the page does. */
  startAfresh() {
    this.forget();
    this.entries = [];
    this.audience = this.start;
  }
}
