// Suggests devices while the reader types, from the site's search, which tolerates misspelling and knows brands in any
// script. Without this script, and for plans, the browser suggests from the list of names.

const pause = 150; // ms between letters
const most = 6;

const packed = id => document.querySelector(`noscript[data-names="${id}"]`);

for (const input of document.querySelectorAll('input[list="phones"], input[list="devices"]')) {
  offer(input);
}

document.addEventListener('focusin', ({ target }) => {
  if (target.matches('input[list]')) {
    unpack(target.getAttribute('list'));
  }
});

/** The list of names is text in the page until it is needed. */
function unpack(id) {
  if (!document.getElementById(id)) {
    packed(id).insertAdjacentHTML('afterend', packed(id).textContent);
  }
}

function offer(input) {
  const names = input.getAttribute('list');
  const words = packed(names).dataset;
  const isPhone = names === 'phones';
  const list = document.createElement('ul');
  const news = document.createElement('p');
  let timer = 0;
  let running = null;
  let active = -1;

  list.id = `${input.id}-suggestions`;
  list.className = 'suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.labels[0].textContent);
  news.className = 'unseen';
  news.setAttribute('role', 'status');
  input.after(list, news);
  input.removeAttribute('list');
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  async function find() {
    const typed = input.value.trim();
    running?.abort();
    const mine = running = new AbortController();
    if (typed === '') {
      close();
      return;
    }
    try {
      const asked = new URLSearchParams({ q: typed, pageSize: '30', lang: document.documentElement.lang, ...(isPhone ? { class: 'phone' } : {}) });
      const answer = await fetch(`/api/v1/devices?${asked}`, { signal: mine.signal });
      if (!answer.ok) {
        throw new Error(`${answer.status}`);
      }
      const { items } = await answer.json();
      open(items.filter(device => (device.class === 'phone') === isPhone).slice(0, most).map(device => device.name));
    } catch (error) {
      if (error.name !== 'AbortError') {
        close();
        unpack(names);
        input.setAttribute('list', names);
      }
    }
  }

  function open(found) {
    if (document.activeElement !== input) {
      return;
    }
    active = -1;
    list.replaceChildren(...found.map((name, index) => option(name, index)));
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', `${!list.hidden}`);
    input.removeAttribute('aria-activedescendant');
    news.textContent = found.length === 0 ? words.none : (found.length === 1 ? words.foundOne : words.found).replace('{count}', found.length);
  }

  function option(name, index) {
    const item = document.createElement('li');
    item.id = `${list.id}-${index}`;
    item.textContent = name;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    item.addEventListener('mousedown', event => event.preventDefault());
    item.addEventListener('click', () => pick(name));
    return item;
  }

  function close() {
    clearTimeout(timer);
    running?.abort();
    active = -1;
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    news.textContent = '';
  }

  function move(step) {
    const count = list.children.length;
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = active < 0 ? (step > 0 ? 0 : count - 1) : (active + step + count) % count;
    list.children[active].setAttribute('aria-selected', 'true');
    list.children[active].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', list.children[active].id);
  }

  function pick(name) {
    input.value = name;
    close();
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function press(event) {
    if (event.isComposing) {
      return;
    }
    if (list.hidden) {
      if (event.key === 'ArrowDown') {
        event.preventDefault();
        find();
      }
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      pick(list.children[active].textContent);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(find, pause);
  });
  // The browser's own list would cover ours. It is off only during typing, because without it the field stays empty
  // when the reader comes back to the page.
  input.addEventListener('focus', () => input.setAttribute('autocomplete', 'off'));
  for (const [leaving, from] of [['blur', input], ['submit', input.form], ['pagehide', window]]) {
    from.addEventListener(leaving, () => input.removeAttribute('autocomplete'));
  }
  input.addEventListener('keydown', press);
  input.addEventListener('blur', close);
  addEventListener('pagehide', close);
}
