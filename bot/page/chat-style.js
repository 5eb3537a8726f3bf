// A string in a module, not a fetched file: the styles are there with the
// element, so nothing is shown unstyled and no second request can fail.
// Sizes are in em of .chat, so that the host page's base font has no say.

const CSS = `
:host {
  all: initial;
  display: flex;
  flex-direction: column;
  color-scheme: light dark;
  --accent: var(--whosees-accent, #0b5c63);
  --on-accent: var(--whosees-on-accent, #fff);
  --surface: #fff;
  --ground: #f2f6f5;
  --ink: #1b2a31;
  --soft-ink: #4a5b62;
  --line: #cfdbda;
  --edge: #7a8c90;
  --question: #d9ebe9;
  --care: #8a5a00;
  --care-ground: #fff8e6;
  --problem: #a3271c;
}

@media (prefers-color-scheme: dark) {
  :host {
    --accent: var(--whosees-accent-dark, #86d3d6);
    --on-accent: var(--whosees-on-accent-dark, #0c1a1c);
    --surface: #1a2428;
    --ground: #11181b;
    --ink: #e7eeee;
    --soft-ink: #b0c0c3;
    --line: #37474c;
    --edge: #82969b;
    --question: #1f4347;
    --care: #e6b450;
    --care-ground: #2a2415;
    --problem: #ffb0a6;
  }
}

* {
  box-sizing: border-box;
}

[hidden] {
  display: none !important;
}

.chat {
  --target: 2.25em;
  display: flex;
  flex: 1;
  flex-direction: column;
  min-height: 0;
  background: var(--ground);
  color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  overflow-wrap: anywhere;
}

.chat[data-audience="child"] {
  --target: 2.75em;
  font-size: 1.2rem;
}

p, ul {
  margin: 0;
}

a {
  color: var(--accent);
  text-underline-offset: .15em;
}

button, textarea {
  font: inherit;
  color: inherit;
}

button {
  min-height: var(--target);
  padding: .3em .9em;
  border: 1px solid var(--accent);
  border-radius: .5em;
  background: var(--surface);
  color: var(--accent);
  cursor: pointer;
}

button:hover {
  text-decoration: underline;
  text-underline-offset: .15em;
}

button[aria-disabled="true"] {
  cursor: default;
  opacity: .65;
  text-decoration: none;
}

:focus-visible {
  outline: 3px solid var(--accent);
  outline-offset: 2px;
}

.visually-hidden {
  position: absolute;
  width: 1px;
  height: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

.small {
  font-size: .875em;
  color: var(--soft-ink);
}

.tools {
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: .25em 1em;
  min-height: 3.25em;
  padding: .4em 1em;
  border-bottom: 1px solid var(--line);
}

.clear {
  margin-left: auto;
}

.simpler {
  display: flex;
  align-items: center;
  gap: .5em;
  min-height: var(--target);
  cursor: pointer;
}

.simpler input {
  flex: none;
  width: 1.5em;
  height: 1.5em;
  margin: 0;
  accent-color: var(--accent);
}

.log {
  position: relative;
  display: flex;
  flex: 1;
  flex-direction: column;
  gap: .9em;
  min-height: 0;
  padding: 1em;
  overflow-y: auto;
}

.log:focus-visible {
  outline-offset: -3px;
}

.message {
  flex: none;
  max-width: 42em;
  padding: .75em 1em;
  border: 1px solid var(--line);
  border-radius: .9em;
  background: var(--surface);
  scroll-margin-block: 4em 1em;
}

.message > * + * {
  margin-top: .6em;
}

.message > .visually-hidden + * {
  margin-top: 0;
}

.message > p + ul:not(.suggestions) {
  margin-top: .25em;
}

.message > .suggestions {
  margin-top: .9em;
}

.message ul {
  padding-left: 1.3em;
}

.answer {
  align-self: flex-start;
  border-bottom-left-radius: .2em;
}

.question {
  align-self: flex-end;
  max-width: min(85%, 34em);
  background: var(--question);
  border-color: transparent;
  border-bottom-right-radius: .2em;
}

.note {
  flex: none;
  align-self: center;
  padding: .25em 1em;
  color: var(--soft-ink);
  text-align: center;
}

.safeguarding {
  border: 3px solid var(--care);
  background: var(--care-ground);
  font-size: 1.05em;
}

.phone {
  display: inline-block;
  min-width: 1.75em;
  min-height: 1.75em;
  font-weight: 600;
  white-space: nowrap;
}

.safeguarding .phone {
  font-size: 1.1em;
}

.chat[data-audience="child"] .phone {
  min-width: 2em;
  min-height: 2em;
  line-height: 2;
}

.message .suggestions {
  display: flex;
  flex-wrap: wrap;
  gap: .5em;
  padding: 0;
  list-style: none;
}

.suggestion {
  border-radius: 1.2em;
  text-align: start;
}

summary {
  display: list-item;
  width: fit-content;
  min-height: var(--target);
  padding: .35em .2em;
  color: var(--accent);
  cursor: pointer;
}

.chat[data-audience="child"] summary {
  padding-block: .6em;
}

.section {
  font-weight: 600;
}

details .section {
  margin-top: .5em;
}

.quotes {
  border-left: 3px solid var(--line);
  list-style: none;
}

.message .quotes {
  padding-left: .9em;
}

.quote {
  display: block;
  padding: .2em 0;
}

.quote::before {
  content: "“";
}

.quote::after {
  content: "”";
}

.version {
  margin-top: .6em;
}

.sources {
  padding-top: .6em;
  border-top: 1px solid var(--line);
}

.sources a {
  display: inline-block;
  padding: .15em 0;
}

.chat[data-audience="child"] :is(.quote, .sources a) {
  min-height: 2.3em;
  padding-block: .5em;
}

.typing {
  padding: 0 1em;
  color: var(--soft-ink);
}

.typing:empty {
  display: none;
}

.typing::after {
  content: "";
  display: inline-block;
  width: .5em;
  height: .5em;
  margin-left: .5em;
  border-radius: 50%;
  background: var(--accent);
}

.ask {
  padding: .6em 1em 1em;
  border-top: 1px solid var(--line);
  background: var(--surface);
}

.ask label {
  display: block;
  margin-bottom: .25em;
  font-weight: 600;
}

.row {
  display: flex;
  align-items: flex-end;
  gap: .5em;
}

textarea {
  flex: 1;
  min-width: 0;
  min-height: 2.75em;
  max-height: 9em;
  padding: .55em .75em;
  border: 2px solid var(--edge);
  border-radius: .5em;
  background: var(--surface);
  line-height: 1.5;
  resize: none;
}

textarea[aria-invalid="true"] {
  border-color: var(--problem);
}

.send {
  min-height: 2.75em;
  border-color: transparent;
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 600;
}

.counter {
  margin-top: .25em;
}

.problem {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: .25em .75em;
}

.problem p:not(:empty) {
  margin: .25em 0;
  padding-left: .6em;
  border-left: 4px solid var(--problem);
  color: var(--problem);
}

@media (prefers-reduced-motion: no-preference) {
  .log {
    scroll-behavior: smooth;
  }

  .typing::after {
    animation: breathe 1.2s ease-in-out infinite;
  }

  @keyframes breathe {
    50% { opacity: .15; }
  }
}

/* Too short for a scrolling log above the ask box: the page scrolls as a whole. */
@media (max-height: 30rem) {
  .log {
    overflow: visible;
  }
}

@media (forced-colors: active) {
  .question {
    border-color: CanvasText;
  }

  .send {
    border-color: ButtonText;
  }

  .typing::after {
    background: CanvasText;
  }
}

@media print {
  .tools, .ask, .typing, .suggestions {
    display: none !important;
  }

  .log {
    overflow: visible;
  }
}
`;

export const sheet = new CSSStyleSheet();
sheet.replaceSync(CSS);
