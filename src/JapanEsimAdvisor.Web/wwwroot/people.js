// How many people the rows are in all, as one types. Without this script it is what the address said.

const form = document.getElementById('trip-form');
const total = form.querySelector('[data-people]');

/** People by row, as the site counts them: who is spoken of without a number is one. Null where a number is none. */
function people() {
  const rows = new Map();
  for (const field of form.elements) {
    const [, row, name] = /^travelers\[(\d+)\]\.(.+)$/.exec(field.name) ?? [];
    if (row !== undefined) {
      const said = rows.get(row) ?? { hasFields: false, isSaid: false, isCarried: false, count: null };
      add(said, field, name);
      rows.set(row, said);
    }
  }
  const takesOut = form.elements.namedItem('form') !== null;
  const counts = [...rows.values()].filter(row => row.isSaid || (row.isCarried && !(takesOut && row.hasFields))).map(row => row.count ?? 1);
  return counts.some(Number.isNaN) ? null : counts.reduce((sum, count) => sum + count, 0);
}

function add(row, field, name) {
  const isHidden = field.type === 'hidden';
  const isSaid = field.type === 'checkbox' ? field.checked : field.value.trim() !== '' || field.validity.badInput;
  row.hasFields ||= !isHidden;
  row.isSaid ||= !isHidden && isSaid;
  row.isCarried ||= isHidden && isSaid;
  if (name === 'count' && isSaid) {
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
