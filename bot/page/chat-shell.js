import { el } from './chat-render.js';

const SIMPLER = 'Make it simpler / I’m under 18';

/** The parts of the chat before anything is said, by name. `panelled`: it stands over a host's page. */
export function buildShell(panelled) {
  const ui = {};
  const part = (name, tag, attributes, ...children) => (ui[name] = el(tag, attributes, ...children));
  const button = (name, title, attributes = {}) => part(name, 'button', { class: name, ...attributes }, title);
  part('simpler', 'input', { type: 'checkbox' });
  const menu = part(
    'menu', 'div', { class: 'menu' },
    button('larger', 'Larger text'),
    button('smaller', 'Smaller text', { 'aria-disabled': 'true' }),
    button('aloud', 'Read answers aloud', { 'aria-pressed': 'false', hidden: '' }),
    button('save', 'Save as text'),
    // Over a host's page it would be that page which is printed.
    panelled ? null : button('print', 'Print'),
  );
  part(
    'tools', 'div', { class: 'tools' },
    part('simplerLabel', 'label', { class: 'simpler' }, ui.simpler, el('span', {}, SIMPLER)),
    part('more', 'details', { class: 'more' }, el('summary', {}, 'More'), menu),
    button('person', 'Talk to a person', { 'aria-expanded': 'false' }),
  );
  button('help', 'I need help now', { 'aria-expanded': 'false' });
  button('leave', 'Leave this page', { 'aria-describedby': 'leaving' });
  part('leaving', 'p', { class: 'small leaving', id: 'leaving' }, 'Leaving clears this chat, not the browser’s history.');
  part('heading', 'h2', { id: 'heading' });
  const title = panelled && el('div', { class: 'title' }, ui.heading, button('close', 'Close', { 'aria-label': 'Close the chat' }));
  part(
    'panel', 'section', { class: 'panel', tabindex: '-1', hidden: '' },
    part('panelText', 'div'),
    button('panelClose', 'Close'),
  );
  part('log', 'div', {
    class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': 'Conversation',
    tabindex: '0',
  });
  part('typing', 'p', { class: 'typing', role: 'status' });
  part('box', 'textarea', {
    id: 'box', rows: '1', autocomplete: 'off', enterkeyhint: 'send', 'aria-describedby': 'problem',
  });
  part(
    'form', 'form', { class: 'ask', novalidate: '' },
    part('shorter', 'p', { class: 'small shorter' }),
    el(
      'div', { class: 'row' },
      el('label', { for: 'box' }, 'Your question'),
      button('clear', 'Delete and start again', { hidden: '' }),
    ),
    el('div', { class: 'row' }, ui.box, part('send', 'button', { type: 'submit', class: 'send' }, 'Send')),
    el(
      'div', { class: 'problem' },
      part('problem', 'p', { id: 'problem', role: 'alert' }),
      part('actions', 'div', { class: 'actions' }),
    ),
    el(
      'div', { class: 'foot' },
      part('counter', 'p', { class: 'counter small', 'aria-hidden': 'true' }),
      part('counterSpoken', 'p', { class: 'visually-hidden', role: 'status' }),
      part('links', 'p', { class: 'small links' }),
    ),
  );
  part(
    'chat', 'section', { class: 'chat', lang: 'en-GB', ...(panelled ? { role: 'dialog' } : {}) },
    ...[title, ui.tools, ui.panel, ui.log, ui.typing, ui.form].filter(Boolean),
  );
  return ui;
}
