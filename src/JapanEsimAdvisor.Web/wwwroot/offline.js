// Registers the service worker, sends it the page's parts, and lists the stored pages on the offline page.

const cachesNamed = async start => Promise.all((await caches.keys()).filter(name => name.startsWith(start)).map(name => caches.open(name)));

/** Removes a deleted trip from the phone too, in every language. */
async function forget(trip) {
  for (const cache of await cachesNamed('trips-')) {
    const addresses = (await cache.keys()).filter(({ url }) => !trip || new URL(url).pathname.endsWith(`/t/${trip}`));
    await Promise.all(addresses.map(address => cache.delete(address, { ignoreVary: true })));
  }
}

async function keep() {
  const again = !navigator.serviceWorker.controller;
  // Sent while it still installs, so that the first page is stored even if the reader leaves at once.
  const { active, waiting, installing } = await navigator.serviceWorker.register('/sw.js');
  (active ?? waiting ?? installing).postMessage({ page: location.href, parts: [...document.querySelectorAll('link[rel=stylesheet], script[src]')].map(part => part.href ?? part.src), again });
}

async function list(place, start, belongs) {
  const items = [];
  for (const cache of await cachesNamed(start)) {
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

async function showStored(page) {
  const [trips, guides] = ['trips', 'guides'].map(name => page.querySelector(`[data-stored=${name}]`));
  const shown = await list(trips, 'trips-', () => true) + await list(guides, 'texts-', path => path.startsWith(`/${page.dataset.language}/guides`));
  page.querySelector('[data-stored=none]').hidden = shown > 0;
}

async function start() {
  const [gone, offline] = [document.querySelector('[data-gone]'), document.querySelector('[data-language]')];
  if (gone) {
    await forget(gone.dataset.gone);
  } else {
    // Some browsers forbid service workers in private windows. The site works without them.
    await keep().catch(() => {});
  }

  if (offline) {
    await showStored(offline);
    offline.querySelector('button').addEventListener('click', async () => {
      await forget();
      await showStored(offline);
    });
  }
}

/** A form that changes something needs a network. Without one the browser would show its own error page. */
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
