// Keeps on the reader's phone what is needed in an arrivals hall without a network. What stays there and for how long: docs/operations.md.

/** Of the caches' form: raise it where what is kept would no longer be understood, and the old ones go. */
const VERSION = 1;
const TRIPS = `kept-${VERSION}`; // results and saved trips, as last seen
const TEXTS = `shelf-${VERSION}`; // guides, and the page shown without a network, by language
const PARTS = `parts-${VERSION}`; // stylesheets and scripts, by addresses that name their content
const MOST = { [TRIPS]: 20, [PARTS]: 20 };

const LANGUAGES = ['en', 'zh-hans', 'zh-hant', 'ja', 'ko'];
/** What everybody gets at the first visit, read or not. */
const GUIDES = ['', '/set-up-the-lines', '/hotspots', '/free-wifi'];
const FRESH = 7 * 24 * 60 * 60 * 1000;
/** Milliseconds a network that says nothing is waited for, where the page is kept. */
const PATIENCE = 6000;

const RESULT = /^\/[a-z-]+\/result$/;
const TRIP = /^\/(?:[a-z-]+\/)?t\/([\w-]+)$/;
/** A stylesheet or script whose name holds a hash of its content; pages stored before that name it by ?v=. */
const PART = /^(\/[a-z]+)\.(?:[a-z0-9]{10}\.)?(css|js)$/;
const READING = /^\/[a-z-]+\/(?:guides(?:\/[\w-]+)?|offline)$/;

addEventListener('install', event => event.waitUntil(Promise.all(LANGUAGES.map(language => refresh(`/${language}/offline`))).then(() => skipWaiting())));

addEventListener('activate', event => event.waitUntil((async () => {
  const old = (await caches.keys()).filter(name => /^(kept|shelf|parts)-\d+$/.test(name) && ![TRIPS, TEXTS, PARTS].includes(name));
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

/** Told by each page once it stands: the first one was loaded before there was anybody to keep it. */
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

/** The network's page first; else the kept one, which says so; else the page that says what is kept. */
async function page(event, url) {
  const kept = await find(url);
  const asked = fetch(event.request);
  event.waitUntil(asked.then(answer => remember(url, answer.clone()), () => {}));
  try {
    const answer = await (kept ? Promise.race([asked, tooLate()]) : asked);
    return kept && answer.status >= 500 ? seen(kept) : answer;
  } catch {
    return kept ? seen(kept) : await tripOfLink(url) ?? offline(url);
  }
}

async function part(request) {
  const cache = await caches.open(PARTS);
  const kept = await cache.match(request.url);
  if (kept) {
    return kept;
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

/** Of a stylesheet or script, whatever its content. */
const nameOf = address => new URL(address).pathname.match(PART)?.slice(1).join('.');

const cacheOf = ({ pathname }) => RESULT.test(pathname) || (TRIP.test(pathname) && !pathname.startsWith('/t/')) ? TRIPS : READING.test(pathname) ? TEXTS : null;

async function find(url) {
  const name = cacheOf(url);
  return name ? (await caches.open(name)).match(url.href, { ignoreVary: true, ignoreSearch: !RESULT.test(url.pathname) }) : undefined;
}

/** What is gone on the site goes from the phone too. */
async function remember(url, answer) {
  const name = cacheOf(url);
  if ([404, 410].includes(answer.status)) {
    await forget(url.pathname.match(TRIP)?.[1]);
  } else if (name && /^text\/html/.test(answer.headers.get('Content-Type') ?? '')) {
    await store(name, RESULT.test(url.pathname) ? url.href.split('#')[0] : url.origin + url.pathname, answer);
  }
}

/** Only what went well and may be stored; the last ones stay. */
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
  const kept = await find(url);
  if (!kept || Date.now() - Date.parse(kept.headers.get('Date') ?? '') > FRESH) {
    await ask(url, {}, answer => remember(url, answer));
  }
}

/** Without a network nothing is kept now, but at the next visit. */
async function ask(address, how, use) {
  const answer = await fetch(address, how).catch(() => null);
  await (answer && use(answer));
}

/** The page carries the note, with the day it was made, in its own language and hidden. */
async function seen(kept) {
  const headers = new Headers(kept.headers);
  ['Content-Encoding', 'Content-Length'].forEach(name => headers.delete(name));
  return new Response((await kept.text()).replace(' data-seen hidden', ' data-seen'), { headers });
}

/** A short link names no language: any in which the trip was opened will do. */
async function tripOfLink({ pathname }) {
  const trip = pathname.startsWith('/t/') && pathname.match(TRIP)?.[1];
  const known = trip ? (await (await caches.open(TRIPS)).keys()).findLast(({ url }) => new URL(url).pathname.endsWith(`/t/${trip}`)) : undefined;
  return known && Response.redirect(known.url);
}

async function offline({ pathname }) {
  const language = LANGUAGES.find(one => one === pathname.split('/')[1]) ?? navigator.languages.map(spoken).find(Boolean) ?? LANGUAGES[0];
  const kept = await (await caches.open(TEXTS)).match(`/${language}/offline`, { ignoreVary: true });
  return kept ? seen(kept) : Response.error();
}

/** As the site itself chooses: mainland and Singapore Chinese read simplified characters, the rest traditional. */
function spoken(tag) {
  const wanted = tag.toLowerCase();
  const chinese = /^zh(-(hans|cn|sg|my).*)?$/.test(wanted) ? 'zh-hans' : wanted.startsWith('zh') ? 'zh-hant' : null;
  return chinese ?? LANGUAGES.find(one => one === wanted.split('-')[0]);
}

const tooLate = () => new Promise((_, reject) => setTimeout(reject, PATIENCE));
