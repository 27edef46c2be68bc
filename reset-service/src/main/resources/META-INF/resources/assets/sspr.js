'use strict';
// Small comforts. Every page works without them, and they work on what is put into a page later as well.

/** <time data-local datetime=…>: the visitor's own time and zone, before the one that the server wrote. */
function showLocalTime(time) {
  const local = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'long' });
  time.removeAttribute('data-local');
  time.textContent = `${local.format(new Date(time.dateTime))} (${time.textContent})`;
}

/** <input type="password" data-reveal="Show the password">: a button with that text, pressed while the password is readable. */
function addReveal(input) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'reveal';
  button.textContent = input.dataset.reveal;
  button.setAttribute('aria-pressed', 'false');
  button.setAttribute('aria-controls', input.id);
  button.addEventListener('click', () => {
    const readable = input.type === 'password';
    input.type = readable ? 'text' : 'password';
    button.setAttribute('aria-pressed', String(readable));
  });
  input.form?.addEventListener('submit', () => { input.type = 'password'; });
  input.removeAttribute('data-reveal');
  input.after(button);
}

/** <form data-busy>: sent once, however often its button is pressed. */
function sendOnce(event) {
  const form = event.target;
  if (event.defaultPrevented || !form.matches('[data-busy]')) {
    return;
  }
  if (form.dataset.busy === 'sent') {
    event.preventDefault();
    return;
  }
  form.dataset.busy = 'sent';
  setDisabled(form, 'true');
}

function allowAgain() {
  for (const form of document.querySelectorAll('form[data-busy=sent]')) {
    form.dataset.busy = '';
    setDisabled(form, 'false');
  }
}

function setDisabled(form, value) {
  for (const button of form.querySelectorAll('button:not([type=button])')) {
    button.setAttribute('aria-disabled', value);
  }
}

/** To what went wrong, or to what the page marks with data-focus; but never away from a field that somebody types in or is to type in. */
function focusOnNews(root) {
  const fields = 'input, select, textarea';
  const target = root.querySelector('.notice-error:not([hidden]), [data-focus]');
  const typing = document.activeElement?.matches(fields) || root.querySelector('[autofocus]')?.matches(fields);
  if (target && !typing) {
    if (!target.matches('a, button, ' + fields)) {
      target.tabIndex = -1;
    }
    target.focus();
  }
}

function improve(root) {
  root.querySelectorAll('time[data-local]').forEach(showLocalTime);
  root.querySelectorAll('input[type=password][data-reveal]').forEach(addReveal);
  focusOnNews(root);
}

improve(document);
// On a phone the navigation is a row that scrolls.
document.querySelector('.side [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
document.addEventListener('submit', sendOnce);
window.addEventListener('pageshow', allowAgain);
document.addEventListener('htmx:afterSettle', event => improve(event.detail.elt));
