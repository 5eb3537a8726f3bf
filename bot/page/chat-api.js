const TIMEOUT_MS = 30_000;
const OPTIONAL_TIMEOUT_MS = 3_000;

/** What went wrong, with a title a person can read. `kind` is one of
 *  offline, unreachable, expired, busy, refused. */
export class ChatError extends Error {
  constructor(kind, title, retryAfter = 0) {
    super(title);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }
}

/** The chat API of the council's bot: sessions, messages, deletion. */
export class ChatApi {
  constructor(base) {
    this.root = new URL('webhooks/chat/', base);
  }

  async open(audience) {
    const response = await this.#call('sessions', { method: 'POST', body: { audience } });
    return response.json();
  }

  /** The answers, and in whose words the conversation goes on, should somebody have asked for others. */
  async ask(token, message, audience) {
    const response = await this.#call('messages', { method: 'POST', token, body: { message, audience } });
    return [await response.json(), response.headers.get('Whosees-Audience')];
  }

  /** `leaving`: the page goes away, and the request is sent all the same. */
  async close(token, leaving = false) {
    const response = await this.#call('sessions', { method: 'DELETE', token, keepalive: leaving });
    if (response.status !== 204) throw new ChatError('refused', 'The server did not confirm it.');
  }

  async #call(path, { method, token, body, keepalive = false }) {
    const headers = {};
    if (token) headers.Authorization = `Bearer ${token}`;
    if (body) headers['Content-Type'] = 'application/json';
    const response = await request(new URL(path, this.root), {
      method,
      headers,
      body: body && JSON.stringify(body),
      cache: 'no-store',
      keepalive,
    }, TIMEOUT_MS);
    if (!response.ok) throw await refusal(response);
    return response;
  }
}

/** What the page knows beforehand: the notice's headings and anchors, by which answers say where a line
 *  stands; whom to talk to; and the card for someone in danger, so that it is there without a connection. */
export class NoticeIndex {
  #headings = new Map();
  #anchors = new Map();

  constructor(base, notice = { sections: [] }) {
    this.page = new URL('notice', base).href;
    this.title = notice.title;
    this.contacts = notice.contacts ?? [];
    this.help = notice.help ?? {};
    for (const section of notice.sections) {
      this.#headings.set(section.id, section.heading);
      for (const line of section.lines) this.#anchors.set(lineKey(section.id, line.quote), line.id);
    }
  }

  /** An answer without headings is better than none, so a failure yields an empty index. */
  static async load(base) {
    return new NoticeIndex(base, await (await optional(base, 'notice.json'))?.json());
  }

  heading(section) {
    return this.#headings.get(section);
  }

  address(section, quote) {
    const anchor = this.#anchors.get(lineKey(section, quote));
    return anchor && `${this.page}#${anchor}`;
  }
}

/** What the chat can do without: the response, or undefined. */
export async function optional(base, path) {
  try {
    const response = await request(new URL(path, base), {}, OPTIONAL_TIMEOUT_MS);
    if (response.ok) return response;
  } catch {
    // The chat does without.
  }
}

function lineKey(section, quote) {
  return `${section}\n${quote.replace(/\s+/g, ' ').trim()}`;
}

async function request(url, options, timeout) {
  try {
    return await fetch(url, {
      ...options,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(timeout),
    });
  } catch (error) {
    if (!navigator.onLine) throw new ChatError('offline', 'You seem to be offline.');
    if (error.name === 'TimeoutError') throw new ChatError('unreachable', 'The answer is taking too long.');
    throw new ChatError('unreachable', 'The chat can’t be reached at the moment.');
  }
}

async function refusal(response) {
  const { title } = await response.json().catch(() => ({}));
  const words = typeof title === 'string' && title ? title : 'Something went wrong.';
  if (response.status === 401) return new ChatError('expired', words);
  if (response.status === 429) return new ChatError('busy', words, Number(response.headers.get('Retry-After')));
  return new ChatError('refused', words);
}
