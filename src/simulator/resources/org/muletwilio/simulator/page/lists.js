/* The lists of what happened: searched, filtered and shown page by page by the simulator. */

import {answerBadge, ask, badge, byId, button, forgetAnswer, make, shortSid, showList, span, statusBadge, time} from './dom.js';
import {openCall, openCallback, openMessage, openRequest} from './details.js';

const MESSAGE_STATUSES = ['accepted', 'scheduled', 'queued', 'sending', 'sent', 'delivered', 'undelivered', 'failed', 'read', 'received',
  'canceled'];
const CALL_STATUSES = ['queued', 'ringing', 'in-progress', 'completed', 'busy', 'no-answer', 'failed', 'canceled'];

/** A row that opens the details of what it shows. */
function row(className, open, ...cells) {
  const made = make('button', {type: 'button', className: 'row ' + className}, ...cells);
  made.addEventListener('click', open);
  return made;
}

function addressOf(callback) {
  const [, origin, path] = /^([^/]*\/\/[^/?]*)?(.*)$/.exec(callback.url);
  return make('span', {className: 'address', title: callback.method + ' ' + callback.url}, span('path', path || '/'),
    make('small', {}, origin || ''));
}

function answers(callback) {
  const made = span('answer', answerBadge(callback.answer, callback.failure));
  if (callback.forged) {
    made.append(badge('forged', 'warn'));
  }
  if (callback.attempt > 1) {
    made.append(badge('try ' + callback.attempt, ''));
  }
  return made;
}

function callbackRow(callback) {
  return row('callback', () => openCallback(callback.number), span('time', time(callback.at, true)),
    span('about', callback.status || callback.kind, make('small', {}, callback.status ? callback.kind : '')),
    span('sid', shortSid(callback.sid)), addressOf(callback), answers(callback));
}

function groupRow(group) {
  const chips = group.callbacks.map(one => button((one.status || one.kind) + ' ' + (one.failure ? '✗' : one.answer),
    () => openCallback(one.number), 'chip ' + (one.failure || one.answer >= 300 ? 'bad' : one.forged ? 'warn' : 'good')));
  const more = group.count > group.callbacks.length ? ' of ' + group.count : '';
  return make('div', {className: 'row group'}, span('time', time(group.at, true)), span('sid', shortSid(group.sid)),
    span('about', group.callbacks[0].kind, make('small', {}, group.callbacks.length + more + ' callbacks')), span('chips', ...chips));
}

function fromTo(item) {
  return make('span', {className: 'numbers', title: item.direction}, item.from || '(service)', make('small', {}, '→ ' + item.to));
}

function messageRow(message) {
  const text = span('text', message.body);
  if (message.media !== '0') {
    text.append(make('small', {}, message.media + ' media'));
  }
  const status = span('answer', statusBadge(message.status));
  if (message.error) {
    status.append(make('small', {}, 'error ' + message.error));
  }
  return row('message', () => openMessage(message), span('time', time(message.at)), fromTo(message), text, status);
}

function callRow(call) {
  const status = span('answer', statusBadge(call.status));
  if (call.over && call.duration) {
    status.append(make('small', {}, call.duration + ' s'));
  }
  return row('call', () => openCall(call), span('time', time(call.at)), fromTo(call), span('text', call.heard.join(' · ')), status);
}

function requestRow(request) {
  const path = request.path.replace(/^\/2010-04-01\/Accounts\/AC[^/]*\//, '…/');
  return row('request', () => openRequest(request.number), span('time', time(request.at, true)), span('method', request.method),
    make('span', {className: 'text', title: request.path}, path,
      make('small', {className: request.error ? 'error' : ''}, request.error || request.parameters + ' parameters')),
    span('answer', answerBadge(request.answer)));
}

const LISTS = {
  callbacks: {row: item => (item.callbacks ? groupRow(item) : callbackRow(item)), key: item => item.number ?? item.sid},
  messages: {row: messageRow, key: item => item.sid, statuses: MESSAGE_STATUSES},
  calls: {row: callRow, key: item => item.sid, statuses: CALL_STATUSES},
  requests: {row: requestRow, key: item => item.number},
};

const pages = {callbacks: 0, messages: 0, calls: 0, requests: 0};

function turn(name, to) {
  pages[name] = to;
  forgetAnswer(name);
  refreshList(name);
}

function showPager(name, list) {
  const first = list.page * list.size;
  const last = Math.min(list.matching, first + list.size);
  const newer = button('‹ Newer', () => turn(name, list.page - 1), 'small');
  const older = button('Older ›', () => turn(name, list.page + 1), 'small');
  newer.disabled = list.page === 0;
  older.disabled = last >= list.matching;
  byId(name + '-pager').replaceChildren(newer, make('span', {className: 'range'},
    list.matching === 0 ? 'none' : (first + 1) + '–' + last + ' of ' + list.matching
      + (list.matching < list.total ? ' found' : '')), older);
}

/** Shows what a list has now. */
export async function refreshList(name) {
  const filter = Object.fromEntries(new FormData(byId(name + '-filter')));
  const list = await ask(name, {...filter, page: pages[name]});
  if (list) {
    showList(byId(name), list.items, LISTS[name].key, LISTS[name].row);
    showPager(name, list);
  }
}

/** Shows the callbacks that contain a text. */
export function searchCallbacks(text) {
  byId('callbacks-filter').elements.search.value = text;
  turn('callbacks', 0);
}

Object.entries(LISTS).forEach(([name, list]) => {
  const filter = byId(name + '-filter');
  (list.statuses || []).forEach(status => filter.elements.status.append(make('option', {value: status, textContent: status})));
  filter.addEventListener('input', () => turn(name, 0));
  filter.addEventListener('submit', event => event.preventDefault());
});
