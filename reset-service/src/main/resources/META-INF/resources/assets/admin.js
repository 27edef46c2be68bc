'use strict';
// What depends on a choice appears and disappears with it; without scripts it does when the choice is saved.
function chosen(form, name) {
  return [...form.elements].filter(e => e.name === name && (e.checked || !/^(radio|checkbox)$/.test(e.type)))
    .filter(e => e.type !== 'hidden').map(e => e.value);
}
function showDependants(form) {
  for (const part of form.querySelectorAll('[data-shown-by]')) {
    const [name, value] = part.dataset.shownBy.split('=');
    part.hidden = !chosen(form, name).includes(value);
    part.disabled = part.hidden;
  }
}
for (const form of document.forms) {
  form.addEventListener('change', () => showDependants(form));
  showDependants(form);
}
