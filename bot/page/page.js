// Runs before chat.js, so that the element finds its audience when it starts.

const AUDIENCES = ['adult', 'child', 'staff'];

function passAudience(chat) {
  const audience = new URLSearchParams(location.search).get('audience');
  if (AUDIENCES.includes(audience)) chat.setAttribute('audience', audience);
}

function skipToQuestion(chat) {
  document.querySelector('.skip').addEventListener('click', (event) => {
    event.preventDefault();
    chat.focus();
  });
}

const chat = document.querySelector('whosees-chat');
passAudience(chat);
skipToQuestion(chat);
