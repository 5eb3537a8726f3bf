// The launcher: all that a page loads which embeds the chat, until somebody opens it.
(() => {
  // The server puts in the file's name for this version, and its hash.
  const [file, integrity] = ['chat.js', ''];
  const script = document.currentScript;
  const base = new URL('./', script.src);
  const { heading = 'Ask who sees your data', position = 'right', ...rest } = script.dataset;
  const options = { ...rest, heading, position, base: base.href, panel: '' };
  const small = matchMedia('(max-width: 30rem), (max-height: 30rem)');
  const host = document.createElement('whosees-launcher');
  const button = document.createElement('button');
  const sheet = new CSSStyleSheet();
  let chat;
  let loading;

  sheet.replaceSync(`:host{all:initial!important;position:fixed!important;z-index:2147483000!important;inset:auto ${
    position === 'left' ? 'auto 1em 1em' : '1em 1em auto'}!important}
:host([hidden]){display:none!important}
button{padding:12px 18px;border:2px solid #fff;border-radius:24px;background:${
  rest.accent || '#0b5c63'};color:#fff;font:600 medium/1.25 system-ui,sans-serif;cursor:pointer}
button:focus-visible{outline:3px solid #000;box-shadow:0 0 0 6px #fff}`);
  button.textContent = heading;

  const load = async () => {
    const href = new URL(`assets/${file}`, base).href;
    // Fetched with its hash first, so that the import takes nothing else.
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'modulepreload', crossOrigin: '', integrity, href }),
    );
    await import(href);
    chat = document.createElement('whosees-chat');
    for (const [name, value] of Object.entries(options)) chat.setAttribute(name.replace(/[A-Z]/g, '-$&'), value);
    chat.addEventListener('whosees-close', () => {
      host.hidden = false;
      button.focus();
    });
    document.body.append(chat);
  };
  button.onclick = async () => {
    try {
      // On a small screen, and where the chat can't be loaded, the full page takes its place.
      if (small.matches) throw small;
      await (loading ??= load());
      chat.hidden = false;
      host.hidden = true;
      chat.focus();
    } catch {
      location.assign(`${base}?audience=${rest.audience || 'adult'}`);
    }
  };
  host.attachShadow({ mode: 'open' }).append(button);
  host.shadowRoot.adoptedStyleSheets = [sheet];
  document.body.append(host);
})();
