// Shows the total number of people while the reader types. Without this script it is the number of the address.

const form = document.getElementById('trip-form');
const total = form.querySelector('[data-people]');

/** People in all rows: a filled row without a number is one person. Null for an invalid number. */
function people() {
  const rows = new Map();
  for (const field of form.elements) {
    const [, row, name] = /^travelers\[(\d+)\]\.(.+)$/.exec(field.name) ?? [];
    if (row !== undefined) {
      const known = rows.get(row) ?? { hasFields: false, isFilled: false, isFilledUnseen: false, count: null };
      add(known, field, name);
      rows.set(row, known);
    }
  }
  const takesOut = form.elements.namedItem('form') !== null;
  const counts = [...rows.values()].filter(row => row.isFilled || (row.isFilledUnseen && !(takesOut && row.hasFields))).map(row => row.count ?? 1);
  return counts.some(Number.isNaN) ? null : counts.reduce((sum, count) => sum + count, 0);
}

function add(row, field, name) {
  const isHidden = field.type === 'hidden';
  const isFilled = field.type === 'checkbox' ? field.checked : field.value.trim() !== '' || field.validity.badInput;
  row.hasFields ||= !isHidden;
  row.isFilled ||= !isHidden && isFilled;
  row.isFilledUnseen ||= isHidden && isFilled;
  if (name === 'count' && isFilled) {
    row.count = /^[1-9]\d*$/.test(field.value.trim()) ? Number(field.value) : NaN;
  }
}

function show() {
  const number = people();
  const text = number > 0 ? (number === 1 ? total.dataset.one : total.dataset.people).replace('{people}', number) : '';
  if (total.textContent !== text) {
    total.textContent = text;
  }
}

for (const happening of ['input', 'change']) {
  form.addEventListener(happening, show);
}
addEventListener('pageshow', show);
