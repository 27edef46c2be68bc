'use strict';
// A chosen file is read into the field for the document; the file itself is never sent.
for (const field of document.querySelectorAll('[data-file-for]')) {
  const area = document.getElementById(field.dataset.fileFor);
  field.hidden = false;
  field.querySelector('input').addEventListener('change', async event => {
    const [file] = event.target.files;
    if (file) {
      area.value = await file.text();
      area.focus();
    }
  });
}
