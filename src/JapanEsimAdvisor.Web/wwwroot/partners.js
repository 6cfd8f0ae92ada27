// The page for partners: a button copies code; the widget's code and preview follow the form.
// Without this script the form works with its button.

const pause = 300; // ms without a change before the preview reloads

const form = document.querySelector('.builder');
const code = document.getElementById('widget-code');
const preview = document.querySelector('.preview japan-data-advisor');
const key = document.getElementById('key');

let timer = 0;

/** The same HTML as WidgetBuilder.Snippet. The fields check all values, and none can hold a quote. */
function snippet(values) {
  const attributes = Object.entries(values).filter(([, value]) => value !== '').map(([name, value]) => `${name}="${value}"`).join(' ');
  return `<script src="${form.dataset.script}" async></script>\n<japan-data-advisor ${attributes}></japan-data-advisor>`;
}

/** A wrong field shows its error, and the code stays as it was. */
function follow() {
  const fields = [...form.querySelectorAll('input')];
  const wrong = fields.filter(field => !field.validity.valid);
  fields.forEach(field => complain(field, wrong.includes(field)));
  clearTimeout(timer);
  if (wrong.length === 0) {
    const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]));
    code.textContent = snippet(values);
    timer = setTimeout(() => show(values), pause);
  }
  return wrong;
}

function complain(field, isWrong) {
  const error = document.getElementById(`${field.id}-error`);
  const hint = document.getElementById(`${field.id}-hint`);
  error.hidden = !isWrong;
  for (const [name, value] of [['aria-invalid', isWrong ? 'true' : ''], ['aria-describedby', [isWrong && error.id, hint?.id].filter(Boolean).join(' ')]]) {
    value === '' ? field.removeAttribute(name) : field.setAttribute(name, value);
  }
}

/** Without the key, because it works only on the partner's own sites. */
function show({ key: _, ...values }) {
  for (const [name, value] of Object.entries(values)) {
    if (preview.getAttribute(name) !== value) {
      preview.setAttribute(name, value);
    }
  }
}

/** Any other input may be a secret key and must not get into the address. */
function stay(event) {
  if (follow().includes(key)) {
    event.preventDefault();
    key.focus();
  }
}

async function copy(button) {
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
  const text = button.textContent;
  button.textContent = button.dataset.copied;
  setTimeout(() => button.textContent = text, 2000);
}

form.addEventListener('input', follow);
form.addEventListener('submit', stay);
if (navigator.clipboard) {
  for (const button of document.querySelectorAll('[data-copy]')) {
    button.hidden = false;
    button.setAttribute('aria-live', 'polite');
    button.addEventListener('click', () => copy(button));
  }
}
