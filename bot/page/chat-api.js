const TIMEOUT_MS = 30_000;
const NOTICE_TIMEOUT_MS = 3_000;

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

  async ask(token, message, audience) {
    const response = await this.#call('messages', { method: 'POST', token, body: { message, audience } });
    return response.json();
  }

  async close(token) {
    const response = await this.#call('sessions', { method: 'DELETE', token });
    if (response.status !== 204) throw new ChatError('refused', 'The server did not confirm it.');
  }

  async #call(path, { method, token, body }) {
    const headers = {};
    if (token) headers.Authorization = `Bearer ${token}`;
    if (body) headers['Content-Type'] = 'application/json';
    const response = await request(new URL(path, this.root), {
      method,
      headers,
      body: body && JSON.stringify(body),
      cache: 'no-store',
    }, TIMEOUT_MS);
    if (!response.ok) throw await refusal(response);
    return response;
  }
}

/** The notice's headings and anchors, by which answers say where a line stands. */
export class NoticeIndex {
  #headings = new Map();
  #anchors = new Map();

  constructor(base, notice = { sections: [] }) {
    this.page = new URL('notice', base);
    this.title = notice.title;
    for (const section of notice.sections) {
      this.#headings.set(section.id, section.heading);
      for (const line of section.lines) this.#anchors.set(lineKey(section.id, line.quote), line.id);
    }
  }

  /** An answer without headings is better than none, so a failure yields an empty index. */
  static async load(base) {
    try {
      const response = await request(new URL('notice.json', base), {}, NOTICE_TIMEOUT_MS);
      if (response.ok) return new NoticeIndex(base, await response.json());
    } catch (error) {
      console.warn('whosees-chat: the notice could not be loaded', error);
    }
    return new NoticeIndex(base);
  }

  heading(section) {
    return this.#headings.get(section);
  }

  address({ section, quote }) {
    const anchor = this.#anchors.get(lineKey(section, quote));
    return anchor && `${this.page}#${anchor}`;
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
  if (response.status === 429) return new ChatError('busy', words, secondsToWait(response));
  return new ChatError('refused', words);
}

function secondsToWait(response) {
  const value = response.headers.get('Retry-After') ?? '';
  if (/^\d{1,5}$/.test(value)) return Number(value);
  const until = Date.parse(value);
  return Number.isNaN(until) ? 0 : Math.max(0, Math.ceil((until - Date.now()) / 1000));
}
