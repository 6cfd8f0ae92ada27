// Registers the service worker, tells it what stands on the page, and lists on the page shown without a network what it has kept.

const shelves = async start => Promise.all((await caches.keys()).filter(name => name.startsWith(start)).map(name => caches.open(name)));

/** A trip that was just deleted leaves the phone too, in every language it was opened in. */
async function forget(trip) {
  for (const cache of await shelves('kept-')) {
    const addresses = (await cache.keys()).filter(({ url }) => !trip || new URL(url).pathname.endsWith(`/t/${trip}`));
    await Promise.all(addresses.map(address => cache.delete(address, { ignoreVary: true })));
  }
}

async function keep() {
  const again = !navigator.serviceWorker.controller;
  // Told while it still installs: who leaves the first page at once has it kept all the same.
  const { active, waiting, installing } = await navigator.serviceWorker.register('/sw.js');
  (active ?? waiting ?? installing).postMessage({ page: location.href, parts: [...document.querySelectorAll('link[rel=stylesheet], script[src]')].map(part => part.href ?? part.src), again });
}

async function list(place, start, belongs) {
  const items = [];
  for (const cache of await shelves(start)) {
    for (const { url } of (await cache.keys()).filter(({ url }) => belongs(new URL(url).pathname))) {
      items.unshift(item(url, new DOMParser().parseFromString(await (await cache.match(url, { ignoreVary: true })).text(), 'text/html')));
    }
  }

  place.querySelector('ul').replaceChildren(...items);
  place.hidden = items.length === 0;
  return items.length;
}

function item(url, page) {
  const entry = document.createElement('li');
  const link = entry.appendChild(document.createElement('a'));
  entry.lang = page.documentElement.lang;
  link.href = url;
  link.textContent = page.querySelector('h1')?.textContent.trim() || page.title;
  for (const fact of page.querySelectorAll('.trip span, [data-seen] b')) {
    entry.append(document.createElement('br'), Object.assign(document.createElement('span'), { className: 'soft', textContent: fact.textContent.trim() }));
  }

  return entry;
}

async function showKept(page) {
  const [trips, guides] = ['trips', 'guides'].map(name => page.querySelector(`[data-kept=${name}]`));
  const shown = await list(trips, 'kept-', () => true) + await list(guides, 'shelf-', path => path.startsWith(`/${page.dataset.language}/guides`));
  page.querySelector('[data-kept=none]').hidden = shown > 0;
}

async function start() {
  const [gone, offline] = [document.querySelector('[data-gone]'), document.querySelector('[data-language]')];
  if (gone) {
    await forget(gone.dataset.gone);
  } else {
    // Where a browser forbids service workers, as some do in private windows, the site works as before.
    await keep().catch(() => {});
  }

  if (offline) {
    await showKept(offline);
    offline.querySelector('button').addEventListener('click', async () => {
      await forget();
      await showKept(offline);
    });
  }
}

/** A form that changes something cannot be sent without a network, and the browser's own page would lead nowhere. */
addEventListener('submit', event => {
  if (!navigator.onLine && event.target.method === 'post') {
    event.preventDefault();
    location.assign(`/${location.pathname.split('/')[1]}/offline`);
  }
});

if ('serviceWorker' in navigator && 'caches' in window) {
  if (document.readyState === 'complete') {
    start();
  } else {
    addEventListener('load', start);
  }
}
