/* Shows the views that are chosen, and asks the simulator again and again what they are to show. */

import {ask, byId, make, onSent, shortSid, showList, span} from './dom.js';
import {refreshList, searchCallbacks} from './lists.js';
import {refreshPhone, show as showPhone} from './phone.js';
import {showSettings} from './settings.js';

const POLL_MS = 500;
const HIDDEN_POLL_MS = 3000;
const LISTS = ['callbacks', 'messages', 'calls', 'requests'];

const tabs = [...document.querySelectorAll('[role=tab]')];

/** Chooses a view: in a wide window the one of its column, in a narrow one the only one. */
function choose(view) {
  const chosen = tabs.find(tab => tab.dataset.view === view) || tabs[0];
  const column = [...chosen.parentElement.children];
  column.forEach(tab => tab.setAttribute('aria-selected', String(tab === chosen)));
  column.forEach(tab => { tab.tabIndex = tab === chosen ? 0 : -1; });
  tabs.forEach(tab => {
    const panel = document.querySelector('[data-panel=' + tab.dataset.view + ']');
    tab.classList.toggle('only', tab === chosen);
    panel.classList.toggle('only', tab === chosen);
    panel.classList.toggle('chosen', tab.getAttribute('aria-selected') === 'true');
  });
}

function go(view) {
  if (location.hash !== '#' + view) {
    location.hash = view;
  }
  choose(view);
  refresh();
}

tabs.forEach(tab => {
  tab.addEventListener('click', () => go(tab.dataset.view));
  tab.addEventListener('keydown', event => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    const column = [...tab.parentElement.children];
    if (step) {
      const next = column[(column.indexOf(tab) + step + column.length) % column.length];
      next.focus();
      go(next.dataset.view);
    }
  });
});

function isShown(view) {
  return document.querySelector('[data-panel=' + view + ']').offsetParent !== null;
}

let settings = null;

function showAll(now) {
  byId('base-uri').textContent = now.baseUri;
  byId('account-sid').textContent = now.accountSid;
  Object.entries(now.counts).forEach(([name, count]) => { byId(name + '-count').textContent = count; });
  byId('release').hidden = now.scheduled === 0;
  byId('dropped-part').hidden = now.dropped.length === 0;
  showList(byId('dropped'), now.dropped, one => one.number, one => make('div', {className: 'row dropped'},
    span('about', one.status || one.kind, make('small', {}, one.kind)), span('sid', shortSid(one.sid)), span('text', one.url)));
  showSettings(now);
}

async function refresh() {
  const changed = await ask('settings');
  if (changed) {
    settings = changed;
    showAll(changed);
  }
  await Promise.all(LISTS.filter(isShown).map(refreshList));
  if (isShown('phone') && settings) {
    await refreshPhone(settings);
  }
}

async function poll() {
  const live = byId('live');
  try {
    await refresh();
    live.textContent = 'Live';
    live.className = 'live on';
  } catch (error) {
    live.textContent = 'Not reachable';
    live.title = error.message;
    live.className = 'live off';
  }
  setTimeout(poll, document.hidden ? HIDDEN_POLL_MS : POLL_MS);
}

document.addEventListener('search-callbacks', event => {
  searchCallbacks(event.detail);
  go('callbacks');
});
document.addEventListener('show-phone', event => {
  go('phone');
  showPhone(event.detail.own, event.detail.other);
});
window.addEventListener('hashchange', () => choose(location.hash.slice(1)));
onSent(refresh);
choose('callbacks');
choose('phone');
choose(tabs.some(tab => tab.dataset.view === location.hash.slice(1)) ? location.hash.slice(1) : 'callbacks');
poll();
