// A string in a module, not a fetched file: the styles are there with the
// element, so nothing is shown unstyled and no second request can fail.
// Sizes are in em of .chat, whose own is the reader's, so that the host page's base font has no say.

const CSS = `
:host {
  display: flex;
  flex-direction: column;
  color-scheme: light dark;
  --accent: var(--whosees-accent, #0b5c63);
  --on-accent: #fff;
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
    --on-accent: #0c1a1c;
    --surface: #1a2428;
    --ground: #11181b;
    --ink: #e7eeee;
    --soft-ink: #b0c0c3;
    --line: #37474c;
    --question: #1f4347;
    --care: #e6b450;
    --care-ground: #2a2415;
    --problem: #ffb0a6;
  }
}

/* Over a host's page, whose own rules for everything must not move it. */
:host([panel]) {
  all: initial !important;
  position: fixed !important;
  z-index: 2147483000 !important;
  inset: auto 1em 1em auto !important;
  display: flex !important;
  width: min(26em, 100vw - 2em) !important;
  height: min(42em, 100vh - 2em) !important;
  overflow: hidden !important;
  border: 1px solid #7a8c90 !important;
  border-radius: 12px !important;
}

:host([position="left"]) {
  inset: auto auto 1em 1em !important;
}

:host([hidden]), [hidden] {
  display: none !important;
}

@media (max-width: 30rem), (max-height: 30rem) {
  :host([panel]) {
    inset: 0 !important;
    width: auto !important;
    height: auto !important;
    overflow: auto !important;
  }
}

* {
  box-sizing: border-box;
  margin: 0;
}

/* Nothing is inherited from the host's page. */
.chat {
  all: initial;
  direction: ltr;
  --target: 2.25em;
  --small-target: 1.75em;
  display: flex;
  flex: 1;
  flex-direction: column;
  min-width: 0;
  min-height: 0;
  color-scheme: inherit;
  background: var(--surface);
  color: var(--ink);
  font: medium/1.5 system-ui, "Segoe UI", sans-serif;
  overflow-wrap: anywhere;
}

.chat > * {
  font-size: var(--text-size, 100%);
}

[data-audience="child"] {
  --target: 2.75em;
  --small-target: 2.75em;
}

[data-audience="child"] .log {
  font-size: calc(1.15 * var(--text-size, 100%));
}

a, button, summary {
  color: var(--accent);
  cursor: pointer;
  text-underline-offset: .15em;
}

button, textarea {
  font: inherit;
}

button, .more summary {
  min-height: var(--target);
  padding: .3em .9em;
  border: 1px solid;
  border-radius: .5em;
  background: var(--surface);
}

button:hover {
  text-decoration: underline;
}

[aria-disabled="true"] {
  cursor: default;
  opacity: .65;
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

.title, .tools, .row, .actions, .suggestions, .simpler {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: .4em .5em;
}

.title, .tools {
  padding: .4em 1em;
  overflow-wrap: normal;
}

.title, .row {
  flex-wrap: nowrap;
}

.title {
  border-top: 5px solid var(--accent);
}

h2, .simpler, .row label {
  flex: 1;
  font-size: 1em;
}

.simpler {
  flex-wrap: nowrap;
  min-height: var(--target);
  line-height: 1.25;
  cursor: pointer;
}

.simpler input {
  flex: none;
  width: 1.5em;
  height: 1.5em;
  accent-color: var(--accent);
}

.more {
  position: relative;
}

.more summary {
  display: flex;
  align-items: center;
}

.menu {
  position: absolute;
  z-index: 1;
  top: 100%;
  right: 0;
  display: grid;
  gap: .4em;
  width: 17em;
  padding: .75em;
  border: 1px solid var(--edge);
  border-radius: .5em;
  background: var(--surface);
}

.leaving {
  flex-basis: 100%;
}

.help, .panel, .safeguarding {
  border-color: var(--care);
  background: var(--care-ground);
}

.help {
  color: var(--ink);
  font-weight: 600;
}

.log, .panel {
  padding: 1em;
  overflow-y: auto;
}

.panel {
  min-height: 4em;
  max-height: 60%;
  border-top: 3px solid var(--care);
}

.panel > div > *, .message > * + * {
  margin-block: .6em 0;
}

.panel button {
  margin-top: .6em;
}

.log {
  position: relative;
  display: flex;
  flex: 1;
  flex-direction: column;
  gap: .9em;
  min-height: 0;
  border-block: 1px solid var(--line);
  background: var(--ground);
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

.message > .visually-hidden + * {
  margin-top: 0;
}

ul {
  padding-left: 1.3em;
}

.message > p + ul {
  margin-top: .25em;
}

.answer {
  align-self: flex-start;
}

.question {
  align-self: flex-end;
  max-width: min(85%, 34em);
  background: var(--question);
}

.note {
  flex: none;
  color: var(--soft-ink);
  text-align: center;
}

.safeguarding {
  border: 3px solid var(--care);
}

.phone {
  display: inline-block;
  min-width: var(--small-target);
  line-height: var(--small-target);
  font-weight: 600;
  text-align: center;
  white-space: nowrap;
}

.message > .suggestions {
  margin-top: .9em;
  padding: 0;
  list-style: none;
}

.suggestion {
  border-radius: 1.2em;
  text-align: start;
}

.icon {
  float: left;
  width: 1.5em;
  height: 1.5em;
  margin-right: .5em;
  fill: none;
  color: var(--accent);
  stroke: currentColor;
  stroke-width: 1.7;
  stroke-linecap: round;
  stroke-linejoin: round;
}

/* As large as a finger, in lines no taller for it. */
.word, .shorter a {
  display: inline-block;
  min-width: 2.4em;
  min-height: 0;
  margin-block: -.8em;
  padding: .8em 0;
  border: 0;
  background: none;
  line-height: 1.25;
}

.word {
  text-decoration: underline dotted;
}

.meaning {
  display: block;
  margin: .4em 0;
  padding-left: .8em;
  border-left: 4px solid var(--accent);
}

.answer summary {
  width: fit-content;
  padding-block: calc((var(--target) - 1.5em) / 2);
}

.section {
  font-weight: 600;
}

.quotes {
  padding-left: .9em;
  border-left: 3px solid var(--line);
  list-style: none;
}

.quote, .sources a, .wrong, .links a, .panel a {
  display: inline-block;
  min-height: var(--small-target);
  padding-block: .15em;
}

.quote::before {
  content: "“";
}

.quote::after {
  content: "”";
}

.typing {
  padding: 0 1em;
  background: var(--ground);
}

.typing::after {
  content: "…";
}

.typing:empty, .foot :empty {
  display: none;
}

.ask {
  padding: .6em 1em;
}

.row {
  margin-bottom: .3em;
}

label {
  font-weight: 600;
  white-space: nowrap;
}

.simpler {
  font-weight: 400;
  white-space: normal;
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
  color: inherit;
  line-height: 1.5;
  resize: none;
}

.send {
  align-self: end;
  min-height: 2.75em;
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 600;
}

#problem:not(:empty) {
  margin-block: .4em;
  padding-left: .6em;
  border-left: 4px solid;
  color: var(--problem);
}

/* Too short for a scrolling log above the ask box: the page scrolls as a whole. */
@media (max-height: 30rem) {
  .log, .panel {
    flex: none;
    max-height: none;
    overflow: visible;
  }
}

@media (max-width: 30rem) {
  .title, .tools, .ask, .log {
    padding-inline: .75em;
  }

  .simpler {
    flex-basis: calc(100% - 6em);
  }

  .tools > button {
    flex: 1 1 5em;
    line-height: 1.2;
  }

  button {
    padding-inline: .5em;
  }

  .leaving {
    font-size: .8em;
  }
}

.whole :is(.suggestions, .wrong) {
  display: none;
}

@media print {
  .tools, .panel, .ask, .typing {
    display: none;
  }

  .log {
    overflow: visible;
  }
}
`;

export const sheet = new CSSStyleSheet();
sheet.replaceSync(CSS);
