'use strict';
// The captcha: finds the number whose SHA-256 after the salt is the challenge, while the visitor types. The page and its worker load the same file.
if (typeof document === 'undefined') {
  const encoder = new TextEncoder();
  const atOnce = 500;
  const matches = async (puzzle, number) => {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(puzzle.salt + number)));
    return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('') === puzzle.challenge;
  };
  const solve = async (puzzle) => {
    for (let first = 1; first <= puzzle.maxnumber; first += atOnce) {
      const found = await Promise.all(Array.from({ length: atOnce }, (_, at) => matches(puzzle, first + at)));
      if (found.includes(true)) {
        return first + found.indexOf(true);
      }
    }
    throw new Error('no number fits');
  };
  self.onmessage = async (message) => {
    try {
      self.postMessage(await solve(message.data));
    } catch {
      self.postMessage(null);
    }
  };
} else {
  const ownAddress = document.currentScript.src;
  // A puzzle is good for five minutes; who types longer gets another one.
  const freshFor = 240000;

  const work = (puzzle) => new Promise((done, failed) => {
    const worker = new Worker(ownAddress);
    const end = (number) => {
      worker.terminate();
      return number ? done(number) : failed(new Error('not solved'));
    };
    worker.onmessage = (message) => end(message.data);
    worker.onerror = () => end(null);
    worker.postMessage(puzzle);
  });

  const take = async (address) => {
    const puzzle = await (await fetch(address, { cache: 'no-store' })).json();
    const number = await work(puzzle);
    return btoa(JSON.stringify({ ...puzzle, number }));
  };

  const guard = (form) => {
    const working = form.querySelector('[data-proof-working]');
    const failed = form.querySelector('[data-proof-failed]');
    let solution;
    let since;
    let leaving = false;
    const begin = () => {
      since = Date.now();
      solution = take(form.dataset.proofOfWork);
      solution.catch(() => {});
    };
    const send = async () => {
      failed.hidden = true;
      working.hidden = false;
      try {
        if (Date.now() - since > freshFor) {
          begin();
        }
        form.elements.captcha.value = await solution;
        form.submit();
      } catch {
        leaving = false;
        failed.hidden = false;
        working.hidden = true;
        begin();
      }
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!leaving) {
        leaving = true;
        send();
      }
    });
    // Back from the next page: the solution is spent.
    window.addEventListener('pageshow', (event) => {
      if (event.persisted) {
        leaving = false;
        working.hidden = true;
        begin();
      }
    });
    begin();
  };

  document.querySelectorAll('form[data-proof-of-work]').forEach(guard);
}
