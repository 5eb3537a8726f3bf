import { el, helpBlocks, withLinks } from './chat-render.js';

const TEXT_SIZES = ['100%', '125%', '150%', '200%'];
const PEOPLE = 'This chat is a program. You can ask a person instead:';
const TRUSTED = 'You can always ask an adult you trust, or your social worker. ';
// For the case that nothing could be loaded; the council's own card has more.
const HELP = 'If you or someone else is in danger now, call 999.\nUnder 19: Childline, 0800 1111. It is free.';

/** What can be opened beside the conversation: the menu, and the panel with help now or people to talk to. */
export class Tools {
  /** What the chat knows of the council, once it is loaded. */
  notice = null;
  #ui;
  #contact;
  #isAloud = false;
  #size = 0;
  #opener = null;

  /** `contact`: whom to hand over to (https:, mailto: or tel:), instead of the notice's contacts. */
  constructor(ui, contact) {
    this.#ui = ui;
    this.#contact = contact;
    const on = (part, act) => part?.addEventListener('click', act);
    on(ui.help, () => this.#toggle(ui.help, helpBlocks(this.notice?.help[this.#audience] ?? HELP)));
    on(ui.person, () => this.#toggle(ui.person, this.#people()));
    on(ui.panelClose, () => this.#close());
    on(ui.larger, () => this.#resize(1));
    on(ui.smaller, () => this.#resize(-1));
    on(ui.aloud, () => this.#toggleAloud());
    on(ui.save, () => this.#save());
    on(ui.print, () => this.#whole(() => print()));
    ui.more.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget && !ui.more.contains(relatedTarget)) ui.more.open = false;
    });
    const showAloud = () => { ui.aloud.hidden = !localVoice(); };
    // Devices tell late which voices they have.
    speechSynthesis.addEventListener('voiceschanged', showAloud);
    showAloud();
  }

  get #audience() {
    return this.#ui.chat.dataset.audience;
  }

  /** One tap away for a child, and for everybody else in the menu. */
  suit(isChild) {
    const { tools, menu, help, leave, leaving } = this.#ui;
    (isChild ? tools : menu).append(help, leave, leaving);
  }

  /** Closes what was opened last; tells whether anything was. */
  closeLast() {
    const { more } = this.#ui;
    if (more.open) {
      more.open = false;
      more.firstChild.focus();
      return true;
    }
    return this.#opener ? !this.#close() : false;
  }

  /** Reads texts aloud, if that was asked for. */
  read(texts) {
    const voice = this.#isAloud && localVoice();
    speechSynthesis.cancel();
    if (!voice) return;
    for (const text of texts) {
      const { lang } = voice;
      speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(text), { voice, lang }));
    }
  }

  #toggleAloud() {
    this.#isAloud = !this.#isAloud;
    this.#ui.aloud.ariaPressed = this.#isAloud;
    this.read([]);
  }

  #people() {
    const line = (way) => (way ? [el('br'), ...withLinks(way)] : []);
    const ways = this.#contact
      ? [el('p', {}, el('a', { href: this.#contact }, this.#contact.replace(/^(?:mailto|tel):/, '')))]
      : (this.notice?.contacts ?? []).map(({ title, text, phone, email, url }) => el(
        'p', {}, el('b', {}, title[this.#audience]), ...[text, phone, email, url].flatMap(line),
      ));
    return [el('p', {}, this.#audience === 'child' ? TRUSTED : '', PEOPLE), ...ways];
  }

  #toggle(opener, blocks) {
    const { panel, panelText, more } = this.#ui;
    const isOpen = this.#opener === opener;
    this.#close();
    if (isOpen) return;
    this.#opener = opener;
    more.open = false;
    opener.ariaExpanded = true;
    panel.ariaLabel = opener.textContent;
    panelText.replaceChildren(...blocks);
    panel.hidden = false;
    panel.focus();
  }

  #close() {
    const opener = this.#opener;
    this.#ui.panel.hidden = true;
    if (!opener) return;
    this.#opener = null;
    opener.ariaExpanded = false;
    (opener.checkVisibility() ? opener : this.#ui.more.firstChild).focus();
  }

  #resize(step) {
    const { chat, larger, smaller } = this.#ui;
    const last = TEXT_SIZES.length - 1;
    this.#size = Math.min(last, Math.max(0, this.#size + step));
    chat.style.setProperty('--text-size', TEXT_SIZES[this.#size]);
    smaller.ariaDisabled = this.#size === 0;
    larger.ariaDisabled = this.#size === last;
  }

  /** The conversation as it is read, with every quote. */
  #save() {
    const text = this.#whole(() => this.#ui.log.innerText);
    const file = URL.createObjectURL(new Blob([`${text}\n\n${this.notice.page}\n`], { type: 'text/plain' }));
    el('a', { href: file, download: 'chat.txt' }).click();
    setTimeout(() => URL.revokeObjectURL(file), 1000);
  }

  /** Does something while all that can be opened is open, and what is only to be pressed is away. */
  #whole(act) {
    const { log, more } = this.#ui;
    const closed = [...log.querySelectorAll('details:not([open])')];
    const show = (isWhole) => {
      log.classList.toggle('whole', isWhole);
      for (const each of closed) each.open = isWhole;
    };
    more.open = false;
    show(true);
    const done = act();
    show(false);
    return done;
  }
}

/** An English voice of this device. One that sends the text elsewhere is never used. */
function localVoice() {
  const voices = speechSynthesis.getVoices().filter((each) => each.localService && each.lang.startsWith('en'));
  return voices.find((each) => each.lang === 'en-GB') ?? voices[0];
}
