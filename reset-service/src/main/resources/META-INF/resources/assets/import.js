'use strict';
// A chosen file is read into the field for the document; the file itself is never sent. Nothing is sent that is too large to be taken.
const MOST_BYTES = 2_000_000;

/** As a form sends it: with two characters at the end of each line. */
function bytesOf(text) {
  return new Blob([text.replace(/\r?\n/g, '\r\n')]).size;
}

for (const field of document.querySelectorAll('[data-file-for]')) {
  const area = document.getElementById(field.dataset.fileFor);
  const judge = bytes => area.setCustomValidity(bytes > MOST_BYTES ? area.dataset.tooLarge : '');
  field.hidden = false;
  area.addEventListener('input', () => judge(bytesOf(area.value)));
  field.querySelector('input').addEventListener('change', async event => {
    const [file] = event.target.files;
    if (!file) {
      return;
    }
    judge(file.size);
    if (!area.validity.customError) {
      area.value = await file.text();
      judge(bytesOf(area.value));
      area.focus();
    }
    area.reportValidity();
  });
}
