// <japan-data-advisor people="4" days="10">: our advice on any page.
// Attributes: docs/api.md, "The widget".
(() => {
  const TEXTS = /*texts*/ {};
  const SITE = new URL((document.currentScript ?? document.querySelector('script[src*="/widget/v1.js"]')).src).origin;
  const NAME = 'japan-data-advisor';
  const ATTRIBUTES = ['people', 'days', 'lang', 'currency', 'key', 'arrival', 'usage'];
  const USUAL = { people: '2', days: '7' };
  /** Names of the attributes in the API and on pages. */
  const PATHS = { people: 'people', days: 'trip.days', arrival: 'trip.arrival', usage: 'everyone.usage.profile', currency: 'preferences.currency' };
  const LABELS = { people: 'form.people', days: 'field.days' };
  const PAUSE = 400; // ms without a change before the API is asked
  const PATIENCE = 20000; // ms to wait for an answer
  const DAY = 24 * 60 * 60 * 1000;

  const LOOKS = `
    :host { all: initial; display: block; container-type: inline-size; color-scheme: inherit; font-family: inherit; font-size: 1rem; line-height: 1.5; max-inline-size: 46rem;
      --paper: light-dark(#fff, #111417); --panel: light-dark(#f4f5f3, #1a1f23); --ink: light-dark(#15181a, #eef1ef); --soft: light-dark(#565e62, #a3adb0);
      --rule: light-dark(#d5d9d6, #333b40); --field: light-dark(#8a9296, #6d777c); --focus: light-dark(#0067c0, #5fb2ff); --alert: light-dark(#a8200d, #ff9b88); }
    :host([hidden]) { display: none; }
    * { box-sizing: border-box; margin: 0; }
    section { background: var(--paper); color: var(--ink); border: 1px solid var(--rule); border-radius: .8rem; overflow: hidden; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
    form { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; padding: .9rem 1.1rem; }
    label { color: var(--soft); font-size: .92rem; }
    input { display: block; inline-size: 6rem; min-block-size: 2.75rem; padding: .3rem .7rem; font: inherit; font-size: 1rem; color: var(--ink); background: var(--paper); border: 1px solid var(--field); border-radius: .5rem; }
    .status { flex: 1; min-inline-size: 3.5rem; margin-block-end: .65rem; color: var(--soft); font-size: .92rem; }
    .unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .answer { background: var(--panel); padding: 1rem 1.1rem; border-block-start: 1px solid var(--rule); }
    .answer:empty { min-block-size: 15rem; }
    .answer:focus { outline: none; }
    .answer[aria-busy=true] > * { opacity: .6; }
    h2 { font-size: 1.3rem; line-height: 1.25; text-wrap: balance; }
    h3 { font-size: 1rem; margin-block: 1rem .25rem; }
    dl { display: flex; flex-wrap: wrap; gap: .6rem 2rem; margin-block: .8rem; }
    dl div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
    dt { color: var(--soft); font-size: .9rem; }
    dd { font-size: 1.25rem; font-weight: 700; line-height: 1.25; }
    ul { list-style: none; padding: 0; }
    .buy li { display: grid; gap: 0 1.5rem; padding-block: .5rem; border-block-start: 1px solid var(--rule); }
    .who, .links { color: var(--soft); font-size: .92rem; }
    .price { font-weight: 700; white-space: nowrap; }
    .links { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
    a { color: inherit; text-underline-offset: .2em; display: inline-block; padding-block: .3rem; }
    .full { margin-block-start: .6rem; }
    .full a, button { font: inherit; font-weight: 700; background: var(--ink); color: var(--paper); border: 0; border-radius: .6rem; padding: .65rem 1.1rem; min-block-size: 2.75rem; text-decoration: none; cursor: pointer; }
    .wrong { color: var(--alert); font-weight: 600; }
    .wrong ~ * { margin-block-start: .6rem; }
    summary { min-block-size: 2.75rem; padding-block: .6rem; cursor: pointer; font-weight: 600; }
    details { margin-block-start: .4rem; }
    details li { color: var(--soft); font-size: .92rem; padding-block: .15rem; }
    .note { font-weight: 600; margin-block-start: .4rem; }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: .2rem; }
    @container (min-width: 30rem) { .buy li { grid-template-columns: minmax(0, 1fr) auto; } .buy .price { grid-area: 1 / 2 / span 2; align-self: center; } }
    @media print { .status, button { display: none; } }
  `;
  let sheet = null;

  function looks() {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(LOOKS);
    }
    return sheet;
  }

  /** Creates an element; attributes without a value are left out. */
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== null) {
        element.setAttribute(key, value);
      }
    }
    element.append(...children);
    return element;
  }

  /** The site's language for a tag; simplified Chinese for mainland China, Singapore and Malaysia. */
  function spoken(tag) {
    const wanted = tag.toLowerCase();
    const chinese = /^zh(-(hans|cn|sg|my).*)?$/.test(wanted) ? 'zh-hans' : /^zh\b/.test(wanted) ? 'zh-hant' : '';
    return Object.keys(TEXTS).find(one => [wanted, chinese, wanted.split('-')[0]].includes(one.toLowerCase()));
  }

  /** Texts of one language. */
  class Speech {
    constructor(language) {
      this.language = language;
    }

    say(key, places = {}) {
      return TEXTS[this.language][key].replace(/\{(\w+)\}/g, (place, name) => places[name] ?? place);
    }

    money({ amount, currency }) {
      const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
      const number = new Intl.NumberFormat(this.language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(amount);
      return (TEXTS[this.language][`money.${currency}`] ?? `{amount} ${currency}`).replace('{amount}', number);
    }

    /** A date as exact as its source: a year, a month or a day. */
    date(text) {
      if (!text) {
        return this.say('unknown.date');
      }
      const [year, month, day] = text.split('-').map(Number);
      const how = { year: 'numeric', month: month && 'short', day: day && 'numeric', timeZone: 'UTC' };
      return new Intl.DateTimeFormat(this.language, how).format(Date.UTC(year, (month || 1) - 1, day || 1));
    }

    /** A future time, rounded up to the minute. */
    moment(time) {
      const how = { timeStyle: 'short', ...time - Date.now() > DAY / 2 && { dateStyle: 'medium' } };
      return new Intl.DateTimeFormat(this.language, how).format(Math.ceil(time / 60000) * 60000);
    }

    /** A link that opens a new tab. Only http and https addresses become links. */
    link(address, text) {
      const isWeb = /^https?:\/\//.test(address ?? '');
      return isWeb
        ? make('a', { href: address, target: '_blank', rel: 'noopener nofollow' }, text, make('span', { class: 'unseen' }, ` (${this.say('widget.new-tab')})`))
        : make('span', {}, text);
    }
  }

  /** Elements for an answer of the API. */
  function advice(speech, answer, full) {
    const way = answer.strategies.find(one => one.strategy === answer.recommended);
    const more = make('p', { class: 'full' }, speech.link(full, speech.say('widget.full')));
    return way
      ? [make('h2', {}, way.headline), figures(speech, way), ...purchases(speech, way.purchases), more, assumptions(speech, answer.assumptions)]
      : [make('h2', {}, speech.say('headline.none')), more];
  }

  function figures(speech, { cost, risk, travelers }) {
    const people = travelers.reduce((sum, one) => sum + one.count, 0);
    const rows = [
      ...people > 1 ? [[speech.say('result.per-person'), speech.money(cost.perPerson)]] : [],
      [speech.say('result.everything'), speech.money(cost.price)],
      [risk.label, risk.text],
    ];
    return make('dl', {}, ...rows.map(([term, value]) => make('div', {}, make('dt', {}, term), make('dd', {}, value))));
  }

  function purchases(speech, bought) {
    const list = make('ul', { class: 'buy' }, ...bought.map(one => purchase(speech, one)));
    return bought.length === 0 ? [] : [
      make('h3', {}, speech.say('buy.heading')),
      list,
      ...bought.every(one => one.confirmed) ? [] : [make('p', { class: 'note' }, speech.say('result.unconfirmed'))],
    ];
  }

  function purchase(speech, one) {
    const date = speech.date(one.priceChecked);
    return make('li', {},
      make('p', { class: 'who' }, one.buyerName),
      make('p', {}, make('b', {}, one.providerName), ` ${one.name}${one.quantity > 1 ? ` × ${one.quantity}` : ''}`),
      make('p', { class: 'price' }, speech.money(one.price)),
      make('p', { class: 'links' },
        ...one.buyUrl ? [speech.link(one.buyUrl, speech.say('buy.at', { seller: one.providerName }))] : [],
        speech.link(one.source, speech.say(one.source ? 'source.checked' : 'source.no-address', { date }))));
  }

  function assumptions(speech, assumed) {
    return make('details', {}, make('summary', {}, speech.say('assumptions.heading')), make('ul', {}, ...assumed.map(({ text }) => make('li', {}, text))));
  }

  class Advisor extends HTMLElement {
    static observedAttributes = ATTRIBUTES;

    #fields = {};
    #values = {};
    #status = make('p', { class: 'status', role: 'status' });
    #answer = make('div', { class: 'answer', tabindex: '-1' });
    #frame = make('section', {});
    #labels = {};
    #running = null;
    #timer = 0;
    #speech = null;

    connectedCallback() {
      if (!this.shadowRoot) {
        this.#build(this.attachShadow({ mode: 'open' }));
      }
      this.#soon(0);
    }

    disconnectedCallback() {
      clearTimeout(this.#timer);
      this.#running?.abort();
    }

    attributeChangedCallback(name) {
      if (name in USUAL) {
        delete this.#values[name];
      }
      if (this.isConnected && this.shadowRoot) {
        this.#soon(0);
      }
    }

    #build(root) {
      root.adoptedStyleSheets = [looks()];
      const form = make('form', { novalidate: '' });
      for (const name of Object.keys(USUAL)) {
        const field = this.#fields[name] = make('input', { type: 'number', inputmode: 'numeric', min: '1', step: '1', id: name });
        this.#labels[name] = make('label', { for: name });
        field.addEventListener('input', () => this.#typed(name, field.value));
        form.append(make('div', {}, this.#labels[name], field));
      }
      form.addEventListener('submit', event => {
        event.preventDefault();
        this.#soon(0, true);
      });
      form.append(this.#status);
      this.#frame.append(form, this.#answer);
      root.append(this.#frame);
    }

    #typed(name, value) {
      if (value !== '') {
        this.#values[name] = value;
        this.#soon(PAUSE, true);
      }
    }

    /** Several attribute changes in a row make one request. */
    #soon(pause, isReadOut = false) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#ask(isReadOut), pause);
    }

    #value(name) {
      return this.#values[name] ?? this.getAttribute(name) ?? USUAL[name] ?? '';
    }

    /** Names and values of the question, with the names of API and pages. */
    #question() {
      return Object.entries(PATHS).map(([name, path]) => [path, this.#value(name).trim()]).filter(([, value]) => value !== '');
    }

    #language() {
      const said = this.closest('[lang]')?.lang || document.documentElement.lang;
      return this.hasAttribute('lang') ? spoken(this.lang) : [said, ...navigator.languages].map(spoken).find(Boolean) ?? 'en';
    }

    #label(speech) {
      this.#frame.lang = speech.language;
      this.#frame.setAttribute('aria-label', speech.say('widget.label'));
      for (const [name, label] of Object.entries(this.#labels)) {
        label.textContent = speech.say(LABELS[name]);
        const field = this.#fields[name];
        if (this.shadowRoot.activeElement !== field) {
          field.value = /^\d+$/.test(this.#value(name)) ? this.#value(name) : '';
        }
      }
    }

    /** @param isReadOut Whether screen readers announce the answer: after a change by the reader. */
    async #ask(isReadOut) {
      this.#running?.abort();
      const language = this.#language();
      const speech = this.#speech = new Speech(language ?? 'en');
      this.#label(speech);
      const key = this.getAttribute('key')?.trim();
      if (!language) {
        this.#fail([speech.say('error.unknown-language', { value: this.lang, known: Object.keys(TEXTS).join(', ') })], false);
      } else if (key && !key.startsWith('pk_')) {
        this.#fail([speech.say('widget.key')], false);
      } else {
        await this.#fetch(speech, key ? { 'X-Api-Key': key } : {}, isReadOut);
      }
    }

    async #fetch(speech, headers, isReadOut) {
      const mine = this.#running = new AbortController();
      const late = setTimeout(() => mine.abort('late'), PATIENCE);
      const question = this.#question();
      this.#busy(speech.say('widget.asking'));
      try {
        const query = new URLSearchParams([...question, ['lang', speech.language]]);
        const answer = await fetch(`${SITE}/api/v1/recommendations?${query}`, { signal: mine.signal, headers, credentials: 'omit', referrerPolicy: 'no-referrer' });
        const body = await answer.json();
        if (answer.ok) {
          this.#show(advice(speech, body, `${SITE}/${speech.language.toLowerCase()}/result?${new URLSearchParams(question)}`), isReadOut);
        } else {
          this.#refused(speech, answer, body);
        }
      } catch {
        if (this.#running === mine && (!mine.signal.aborted || mine.signal.reason === 'late')) {
          this.#fail([speech.say('widget.no-answer')], true);
        }
      } finally {
        clearTimeout(late);
      }
    }

    #refused(speech, { status, headers }, problem) {
      if (status === 429) {
        const seconds = Number(headers.get('Retry-After') || NaN);
        this.#fail([Number.isNaN(seconds) ? speech.say('widget.busy') : speech.say('widget.busy-until', { time: speech.moment(Date.now() + seconds * 1000) })], true);
      } else if (problem.errors) {
        this.#fail([speech.say('form.errors'), make('ul', {}, ...Object.entries(problem.errors).map(([path, texts]) => this.#wrong(speech, path, texts)))], false);
      } else {
        this.#fail([status >= 500 ? speech.say('problem.server-error.title') : `${problem.title} – ${problem.detail}`], true);
      }
    }

    /** An error with its field's label, or with the attribute's name, for the author of the page. */
    #wrong(speech, path, texts) {
      const name = Object.keys(PATHS).find(one => PATHS[one] === path) ?? path;
      return make('li', {}, LABELS[name] ? make('b', {}, speech.say(LABELS[name])) : make('code', {}, name), ` ${texts.join(' ')}`);
    }

    #busy(text) {
      this.#answer.setAttribute('aria-busy', 'true');
      this.#status.className = 'status';
      this.#status.textContent = text;
    }

    #show(nodes, isReadOut) {
      const headline = nodes[0].textContent;
      this.#put(nodes);
      this.#status.className = 'unseen';
      this.#status.textContent = isReadOut ? this.#speech.say('refine.done', { headline }) : '';
    }

    #fail([text, ...more], mayRetry) {
      const retry = make('button', { type: 'button' }, this.#speech.say('widget.retry'));
      retry.addEventListener('click', () => this.#soon(0, true));
      this.#put([make('div', { role: 'alert' }, make('p', { class: 'wrong' }, text), ...more), ...mayRetry ? [make('p', { class: 'full' }, retry)] : []]);
      this.#status.className = 'unseen';
      this.#status.textContent = '';
    }

    /** Moves the focus to the new answer if it was in the old one. */
    #put(nodes) {
      const isInside = this.#answer.contains(this.shadowRoot.activeElement);
      this.#answer.removeAttribute('aria-busy');
      this.#answer.replaceChildren(...nodes);
      if (isInside) {
        this.#answer.focus({ preventScroll: true });
      }
    }
  }

  if (!customElements.get(NAME)) {
    customElements.define(NAME, Advisor);
  }
})();
