// Stores on the reader's phone the pages needed at the airport without a network.
// Contents and storage times: docs/operations.md.

/** Version of the caches' format. Raise it for an incompatible change; old caches are then deleted. */
const VERSION = 1;
const TRIPS = `trips-${VERSION}`; // results and saved trips, as last seen
const TEXTS = `texts-${VERSION}`; // guides, and the page shown without a network, by language
const PARTS = `parts-${VERSION}`; // stylesheets and scripts, by addresses that name their content
const MOST = { [TRIPS]: 20, [PARTS]: 20 };

const LANGUAGES = ['en', 'zh-hans', 'zh-hant', 'ja', 'ko'];
/** Guides stored for everybody at the first visit. */
const GUIDES = ['', '/set-up-the-lines', '/hotspots', '/free-wifi'];
const FRESH = 7 * 24 * 60 * 60 * 1000;
/** Milliseconds to wait for a silent network if the page is stored. */
const PATIENCE = 6000;

const RESULT = /^\/[a-z-]+\/result$/;
const TRIP = /^\/(?:[a-z-]+\/)?t\/([\w-]+)$/;
/** A stylesheet or script with a content hash in its name; older stored pages use ?v= instead. */
const PART = /^(\/[a-z]+)\.(?:[a-z0-9]{10}\.)?(css|js)$/;
const READING = /^\/[a-z-]+\/(?:guides(?:\/[\w-]+)?|offline)$/;

addEventListener('install', event => event.waitUntil(Promise.all(LANGUAGES.map(language => refresh(`/${language}/offline`))).then(() => skipWaiting())));

addEventListener('activate', event => event.waitUntil((async () => {
  // Caches were named kept and shelf until December 2026.
  const old = (await caches.keys()).filter(name => /^(trips|texts|parts|kept|shelf)-\d+$/.test(name) && ![TRIPS, TEXTS, PARTS].includes(name));
  await Promise.all(old.map(name => caches.delete(name)));
  await clients.claim();
})()));

addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) {
    return;
  }

  if (request.mode === 'navigate') {
    event.respondWith(page(event, url));
  } else if (PART.test(url.pathname) && url.pathname !== '/sw.js' && ['style', 'script'].includes(request.destination)) {
    event.respondWith(part(request));
  }
});

/** Sent by each loaded page, because the first page loads before this worker runs. */
addEventListener('message', event => event.waitUntil(keep(event.data)));

async function keep({ page, parts, again }) {
  const url = new URL(page);
  if (cacheOf(url) && (again || !await find(url))) {
    await ask(page, { cache: 'force-cache' }, answer => remember(url, answer));
  }

  await Promise.all(parts.map(async address => {
    const cache = await caches.open(PARTS);
    if (!await cache.match(address)) {
      await ask(address, { cache: 'force-cache' }, answer => store(PARTS, address, answer));
    }
  }));
  const language = LANGUAGES.find(one => url.pathname.startsWith(`/${one}/`) || url.pathname === `/${one}`);
  await Promise.all([
    ...language ? GUIDES.map(guide => refresh(`/${language}/guides${guide}`)) : [],
    ...LANGUAGES.map(one => refresh(`/${one}/offline`)),
  ]);
}

/** The page of the network, else the stored one with a note, else the offline page. */
async function page(event, url) {
  const stored = await find(url);
  const asked = fetch(event.request);
  event.waitUntil(asked.then(answer => remember(url, answer.clone()), () => {}));
  try {
    const answer = await (stored ? Promise.race([asked, tooLate()]) : asked);
    return stored && answer.status >= 500 ? seen(stored) : answer;
  } catch {
    return stored ? seen(stored) : await tripOfLink(url) ?? offline(url);
  }
}

async function part(request) {
  const cache = await caches.open(PARTS);
  const stored = await cache.match(request.url);
  if (stored) {
    return stored;
  }

  try {
    const answer = await fetch(request);
    await store(PARTS, request.url, answer.clone());
    return answer;
  } catch (failure) {
    const older = (await cache.keys()).findLast(({ url }) => nameOf(url) === nameOf(request.url));
    return older ? cache.match(older) : Promise.reject(failure);
  }
}

/** Name of a stylesheet or script without its hash. */
const nameOf = address => new URL(address).pathname.match(PART)?.slice(1).join('.');

const cacheOf = ({ pathname }) => RESULT.test(pathname) || (TRIP.test(pathname) && !pathname.startsWith('/t/')) ? TRIPS : READING.test(pathname) ? TEXTS : null;

async function find(url) {
  const name = cacheOf(url);
  return name ? (await caches.open(name)).match(url.href, { ignoreVary: true, ignoreSearch: !RESULT.test(url.pathname) }) : undefined;
}

/** Pages that the site no longer has are removed from the phone too. */
async function remember(url, answer) {
  const name = cacheOf(url);
  if ([404, 410].includes(answer.status)) {
    await forget(url.pathname.match(TRIP)?.[1]);
  } else if (name && /^text\/html/.test(answer.headers.get('Content-Type') ?? '')) {
    await store(name, RESULT.test(url.pathname) ? url.href.split('#')[0] : url.origin + url.pathname, answer);
  }
}

/** Stores only successful answers that may be stored, and deletes the oldest ones. */
async function store(name, address, answer) {
  if (answer.status !== 200 || answer.redirected || /no-store/.test(answer.headers.get('Cache-Control') ?? '')) {
    return;
  }

  const cache = await caches.open(name);
  await cache.put(address, answer);
  const addresses = await cache.keys();
  await Promise.all(addresses.slice(0, Math.max(0, addresses.length - (MOST[name] ?? Infinity))).map(oldest => cache.delete(oldest, { ignoreVary: true })));
}

async function forget(trip) {
  const cache = await caches.open(TRIPS);
  const addresses = (await cache.keys()).filter(({ url }) => trip && new URL(url).pathname.match(TRIP)?.[1] === trip);
  await Promise.all(addresses.map(address => cache.delete(address, { ignoreVary: true })));
}

async function refresh(address) {
  const url = new URL(address, location.origin);
  const stored = await find(url);
  if (!stored || Date.now() - Date.parse(stored.headers.get('Date') ?? '') > FRESH) {
    await ask(url, {}, answer => remember(url, answer));
  }
}

/** Without a network nothing is stored now; the next visit tries again. */
async function ask(address, how, use) {
  const answer = await fetch(address, how).catch(() => null);
  await (answer && use(answer));
}

/** The page holds a hidden note with its date, in its own language; this shows it. */
async function seen(stored) {
  const headers = new Headers(stored.headers);
  ['Content-Encoding', 'Content-Length'].forEach(name => headers.delete(name));
  return new Response((await stored.text()).replace(' data-seen hidden', ' data-seen'), { headers });
}

/** A short link has no language, so any language in which the trip was opened is used. */
async function tripOfLink({ pathname }) {
  const trip = pathname.startsWith('/t/') && pathname.match(TRIP)?.[1];
  const known = trip ? (await (await caches.open(TRIPS)).keys()).findLast(({ url }) => new URL(url).pathname.endsWith(`/t/${trip}`)) : undefined;
  return known && Response.redirect(known.url);
}

async function offline({ pathname }) {
  const language = LANGUAGES.find(one => one === pathname.split('/')[1]) ?? navigator.languages.map(spoken).find(Boolean) ?? LANGUAGES[0];
  const stored = await (await caches.open(TEXTS)).match(`/${language}/offline`, { ignoreVary: true });
  return stored ? seen(stored) : Response.error();
}

/** The same rule as the site: Chinese of mainland China, Singapore and Malaysia is simplified, the rest traditional. */
function spoken(tag) {
  const wanted = tag.toLowerCase();
  const chinese = /^zh(-(hans|cn|sg|my).*)?$/.test(wanted) ? 'zh-hans' : wanted.startsWith('zh') ? 'zh-hant' : null;
  return chinese ?? LANGUAGES.find(one => one === wanted.split('-')[0]);
}

const tooLate = () => new Promise((_, reject) => setTimeout(reject, PATIENCE));
