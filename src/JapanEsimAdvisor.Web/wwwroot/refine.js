// Updates the answer while the reader changes the form. Without this script the form's button does the same.

const pause = 400; // ms without a change before the site is asked
const patience = 100; // ms before the page shows that it is working

const form = document.querySelector('#change .trip-form');
const advice = document.getElementById('advice');
const status = document.getElementById('refining');

let timer = 0;
let running = null;
let shown = query();

// Values of the form without blank fields. Blank fields of a traveler stay if hidden values exist,
// so that an emptied row removes them.
function query() {
  const said = new URLSearchParams();
  const fields = new FormData(form);
  for (const [name, value] of fields) {
    if (value.trim() !== '' || (fields.has('form') && name.startsWith('travelers['))) {
      said.append(name, value.trim());
    }
  }
  return said.toString();
}

function soon(event) {
  const field = event.target;
  const isTyping = event.type === 'input' && field.matches('[type="text"], [type="date"], [type="time"]');
  const isEmptied = event.type !== 'focusout' && field.value === '' && field.matches('[type="date"], [type="time"], [type="number"]') && field === document.activeElement;
  if (isTyping || isEmptied) {
    return;
  }
  clearTimeout(timer);
  timer = setTimeout(refine, pause);
}

async function refine() {
  const asked = query();
  running?.abort();
  if (asked === shown) {
    settle();
    return;
  }
  const mine = running = new AbortController();
  const sign = setTimeout(() => busy(true), patience);
  try {
    const answer = await fetch(`${form.action}?${asked}`, { signal: mine.signal, headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (answer.ok && page.getElementById('advice')) {
      show(page, asked);
    } else if (answer.status === 400) {
      complain(page);
    } else {
      say(status.dataset.failed);
    }
  } catch (error) {
    if (error.name !== 'AbortError') {
      say(status.dataset.failed);
    }
  } finally {
    clearTimeout(sign);
    if (running === mine) {
      busy(false);
    }
  }
}

function show(page, asked) {
  const opened = new Set([...advice.querySelectorAll('details[open] > summary')].map(summary => summary.textContent));
  const focused = advice.contains(document.activeElement) ? document.activeElement.id : '';
  const top = form.getBoundingClientRect().top;
  advice.replaceChildren(...page.getElementById('advice').childNodes);
  for (const summary of advice.querySelectorAll('details > summary')) {
    summary.parentElement.open ||= opened.has(summary.textContent);
  }
  if (focused !== '') {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
  document.title = page.title;
  document.querySelector('.languages').replaceChildren(...page.querySelector('.languages').childNodes);
  history.replaceState(history.state, '', `${form.action}?${asked}`);
  shown = asked;
  forgive();
  const link = document.createElement('a');
  link.href = '#advice';
  link.textContent = status.dataset.see;
  say(status.dataset.done.replace('{headline}', advice.querySelector('h1').textContent.trim()), link);
  keepInPlace(top);
}

/** For browsers without scroll anchoring. */
function keepInPlace(top) {
  requestAnimationFrame(() => {
    const moved = form.getBoundingClientRect().top - top;
    if (form.contains(document.activeElement) && Math.abs(moved) > 1) {
      window.scrollBy({ top: moved, behavior: 'instant' });
    }
  });
}

/** Shows the errors of the answer beside their fields. Errors without a field here are shown with the status. */
function complain(page) {
  forgive();
  const placed = new Set();
  for (const error of page.querySelectorAll('.trip-form p.error')) {
    const field = document.getElementById(error.id.replace(/-error$/, ''));
    if (field && form.contains(field)) {
      const hint = error.nextElementSibling?.matches('p.hint:not([id])') ? [error.nextElementSibling] : [];
      placed.add(error.textContent);
      field.setAttribute('aria-invalid', 'true');
      field.setAttribute('aria-describedby', `${error.id} ${field.getAttribute('aria-describedby') ?? ''}`.trim());
      field.closest('details')?.setAttribute('open', '');
      field.closest('.field, .tick').append(...[error, ...hint].map(note => {
        note.dataset.refined = '';
        return note;
      }));
    }
  }
  const elsewhere = [...page.querySelectorAll('.errors li')].map(error => error.textContent.trim()).filter(text => !placed.has(text));
  say([status.dataset.wrong, ...placed, ...elsewhere].join(' '));
}

function forgive() {
  for (const note of form.querySelectorAll('[data-refined]')) {
    note.remove();
  }
  for (const field of form.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid');
    const described = (field.getAttribute('aria-describedby') ?? '').split(' ').filter(id => id !== `${field.id}-error`).join(' ');
    field.setAttribute('aria-describedby', described);
  }
}

/** The shown answer is current: clears the status. */
function settle() {
  busy(false);
  forgive();
  status.replaceChildren();
}

function busy(isBusy) {
  advice.toggleAttribute('aria-busy', isBusy);
  if (isBusy) {
    advice.setAttribute('aria-busy', 'true');
    say(status.dataset.busy);
  }
}

function say(text, ...more) {
  status.replaceChildren(text, ...more.flatMap(node => [' ', node]));
}

function stop() {
  clearTimeout(timer);
  running?.abort();
}

for (const happening of ['input', 'change', 'focusout']) {
  form.addEventListener(happening, soon);
}
form.addEventListener('submit', stop);
addEventListener('pagehide', stop);
