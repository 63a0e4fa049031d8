'use strict';

/* Shows what the simulator says at /simulator/state, and passes on what its buttons are for. */

const POLL_MS = 500;
const HIDDEN_POLL_MS = 3000;
const NOTICE_MS = 5000;

const FAULTS = [
  ['repeat', 'Repeat', 'sent twice, same token'],
  ['reorder', 'Reorder', 'sent after the next one'],
  ['delay', 'Delay', 'overtaken'],
  ['drop', 'Drop', 'never sent'],
  ['forge', 'Forge', 'a forged one comes first'],
];

const GOOD = ['delivered', 'read', 'completed', 'received', 'sent'];
const BAD = ['failed', 'undelivered', 'busy', 'no-answer', 'canceled'];

const byId = id => document.getElementById(id);

/** Makes an element; children are elements or texts, never HTML. */
function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

function time(text, withMillis) {
  const at = new Date(text);
  const two = number => String(number).padStart(2, '0');
  const clock = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':');
  return withMillis ? clock + '.' + String(at.getMilliseconds()).padStart(3, '0') : clock;
}

function badge(text, kind, title) {
  return make('span', {className: 'badge ' + kind, textContent: text, title: title || text});
}

function statusBadge(status) {
  return badge(status, GOOD.includes(status) ? 'good' : BAD.includes(status) ? 'bad' : '');
}

function answerBadge(status, failure) {
  if (failure) {
    return badge('no answer', 'bad', failure);
  }
  return status === 0 ? badge('cut', 'bad') : badge(String(status), status < 300 ? 'good' : status < 500 ? 'warn' : 'bad');
}

function sid(text) {
  return make('td', {className: 'one-line', title: text}, make('code', {}, text.slice(0, 5) + '…' + text.slice(-4)));
}

function cell(text, className) {
  return make('td', {className: className || 'one-line', title: text, textContent: text});
}

/** Brings a table's rows to what they are to show; rows that stay as they are, keep their focus. */
function showRows(id, items, key, cells) {
  const body = byId(id);
  const rows = new Map([...body.children].map(row => [row.dataset.key, row]));
  items.forEach((item, index) => {
    const text = JSON.stringify(item);
    let row = rows.get(String(item[key]));
    rows.delete(String(item[key]));
    if (!row) {
      row = make('tr', {});
      row.dataset.key = item[key];
    }
    if (row.shown !== text) {
      row.shown = text;
      row.replaceChildren(...cells(item));
    }
    if (body.children[index] !== row) {
      body.insertBefore(row, body.children[index] || null);
    }
  });
  rows.forEach(row => row.remove());
}

function callbackCells(callback) {
  const open = make('button', {type: 'button', className: 'link', textContent: time(callback.at, true)});
  open.title = 'Show fields and answer';
  open.addEventListener('click', () => openCallback(callback.number));
  const about = make('td', {}, callback.status || callback.kind);
  if (callback.status) {
    about.append(make('small', {}, callback.kind));
  }
  const answer = make('td', {}, answerBadge(callback.answer, callback.failure));
  if (callback.forged) {
    answer.append(badge('forged', 'warn'));
  }
  if (callback.attempt > 1) {
    answer.append(badge('try ' + callback.attempt, ''));
  }
  return [make('td', {className: 'one-line'}, open), about, sid(callback.sid), address(callback), answer];
}

function address(callback) {
  const [, origin, path] = /^([^/]*\/\/[^/?]*)?(.*)$/.exec(callback.url);
  return make('td', {className: 'one-line', title: callback.method + ' ' + callback.url}, path || '/',
    make('small', {}, origin || ''));
}

function fromTo(item) {
  return make('td', {className: 'one-line', title: item.direction}, item.from || '(service)', make('small', {}, '→ ' + item.to));
}

function messageCells(message) {
  const text = make('td', {className: 'wrap'}, message.body);
  if (message.media !== '0') {
    text.append(make('small', {}, message.media + ' media'));
  }
  const status = make('td', {}, statusBadge(message.status));
  if (message.error) {
    status.append(make('small', {}, 'error ' + message.error));
  }
  return [cell(time(message.at)), fromTo(message), text, sid(message.sid), status];
}

function callCells(call) {
  const status = make('td', {}, statusBadge(call.status));
  if (!call.over) {
    const hangUp = make('button', {type: 'button', className: 'small', textContent: 'Hang up'});
    hangUp.addEventListener('click', () => send('calls/' + call.sid + '/hang-up'));
    status.append(make('small', {}, hangUp));
  } else if (call.duration) {
    status.append(make('small', {}, call.duration + ' s'));
  }
  return [cell(time(call.at)), fromTo(call), make('td', {className: 'wrap'}, call.heard.join(' · ')), sid(call.sid), status];
}

function droppedCells(callback) {
  return [cell(callback.status + ' (' + callback.kind + ')'), sid(callback.sid), cell(callback.url)];
}

function requestCells(request) {
  const path = make('td', {className: 'one-line', title: request.path},
    request.path.replace(/^\/2010-04-01\/Accounts\/AC[^/]*\//, '…/'));
  return [cell(time(request.at, true)), cell(request.method), path,
    make('td', {}, answerBadge(request.answer))];
}

function showNumbers(numbers) {
  const select = byId('numbers');
  const wanted = numbers.map(number => number.phoneNumber);
  if ([...select.options].map(option => option.value).join() !== wanted.join()) {
    const chosen = select.value;
    select.replaceChildren(...wanted.map(number => make('option', {value: number, textContent: number})));
    if (wanted.includes(chosen)) {
      select.value = chosen;
    }
    byId('number-details').open = wanted.length === 0 || byId('number-details').open;
  }
  byId('number-list').replaceChildren(...numbers.map(number => make('li', {}, number.phoneNumber,
    make('small', {}, 'messages: ' + (number.smsUrl || 'no address')),
    make('small', {}, 'calls: ' + (number.voiceUrl || 'no address')))));
}

function makeFaults() {
  byId('faults').append(...FAULTS.map(([name, title, hint]) => {
    const percent = make('input', {type: 'number', min: 1, max: 100, value: 100, id: 'fault-' + name + '-percent'});
    percent.setAttribute('aria-label', title + ', percent of the callbacks');
    const button = make('button', {type: 'button', textContent: 'Off', id: 'fault-' + name});
    button.setAttribute('aria-pressed', 'false');
    button.setAttribute('aria-label', title);
    const row = make('div', {className: 'fault'}, make('p', {}, title, make('small', {}, hint)));
    let by = null;
    if (name === 'delay') {
      by = make('input', {type: 'number', min: 1, max: 300000, value: 2000, id: 'fault-delay-by'});
      by.setAttribute('aria-label', 'Delay by, in milliseconds');
      row.append(make('label', {}, by, 'ms'));
    }
    row.append(make('label', {}, percent, '%'), button);
    const isOn = () => button.getAttribute('aria-pressed') === 'true';
    const set = on => send('faults', {[name]: on ? percent.value / 100 : 0, ...(by && {delayBy: by.value})});
    button.addEventListener('click', () => set(!isOn()));
    [percent, by].filter(Boolean).forEach(input => input.addEventListener('change', () => isOn() && set(true)));
    return row;
  }));
}

function showFaults(faults) {
  FAULTS.forEach(([name]) => {
    const button = byId('fault-' + name);
    const percent = byId('fault-' + name + '-percent');
    const on = faults[name] > 0;
    button.setAttribute('aria-pressed', String(on));
    button.textContent = on ? 'On' : 'Off';
    if (on && document.activeElement !== percent) {
      percent.value = Math.round(faults[name] * 1000) / 10;
    }
  });
  if (faults.delay > 0 && document.activeElement !== byId('fault-delay-by')) {
    byId('fault-delay-by').value = faults.delayBy;
  }
}

function showApiFaults(faults) {
  const chips = faults.planned.map(text => badge(text, 'warn', 'Planned for a create'));
  if (faults.delay > 0) {
    chips.push(badge('each answer waits ' + faults.delay + ' ms', 'warn'));
  }
  byId('planned').replaceChildren(...chips);
}

function show(state) {
  byId('base-uri').textContent = state.baseUri;
  byId('account-sid').textContent = state.accountSid;
  Object.entries(state.counts).forEach(([name, count]) => { byId(name + '-count').textContent = count; });
  showRows('callbacks', state.callbacks, 'number', callbackCells);
  showRows('dropped', state.dropped, 'number', droppedCells);
  showRows('messages', state.messages, 'sid', messageCells);
  showRows('calls', state.calls, 'sid', callCells);
  showRows('requests', state.requests, 'number', requestCells);
  byId('dropped-part').hidden = state.dropped.length === 0;
  byId('release').hidden = !state.messages.some(message => message.status === 'scheduled');
  showNumbers(state.numbers);
  showFaults(state.faults);
  showApiFaults(state.apiFaults);
}

let shownTag = null;

async function refresh() {
  const response = await fetch('/simulator/state');
  if (!response.ok) {
    throw new Error(await response.text());
  }
  const tag = response.headers.get('ETag');
  const state = await response.json();
  if (tag !== shownTag) {
    show(state);
    shownTag = tag;
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
    live.className = 'live off';
  }
  setTimeout(poll, document.hidden ? HIDDEN_POLL_MS : POLL_MS);
}

let noticeTimer = 0;

function notice(text, bad) {
  const element = byId('notice');
  element.textContent = text;
  element.className = bad ? 'bad' : '';
  // In front of an open dialog, which is in front of everything else
  (byId('callback').open ? byId('callback') : document.body).append(element);
  clearTimeout(noticeTimer);
  noticeTimer = setTimeout(() => { element.textContent = ''; }, NOTICE_MS);
}

async function send(action, fields) {
  try {
    const response = await fetch('/simulator/' + action, {
      method: 'POST', headers: {'X-Requested-With': 'fetch'}, body: new URLSearchParams(fields || {}),
    });
    const answer = await response.json();
    notice(answer.message || answer.error, !response.ok);
    await refresh();
  } catch (error) {
    notice('The simulator does not answer', true);
  }
}

let openedNumber = 0;

function pairRows(pairs) {
  return pairs.map(([name, value]) => make('tr', {}, make('td', {}, name), make('td', {}, value)));
}

async function openCallback(number) {
  const response = await fetch('/simulator/callbacks/' + number);
  const callback = await response.json();
  if (!response.ok) {
    notice(callback.error, true);
    return;
  }
  openedNumber = number;
  byId('callback-title').textContent = callback.kind + (callback.status ? ': ' + callback.status : '');
  byId('callback-url').textContent = callback.method + ' ' + callback.url;
  byId('callback-fields').replaceChildren(...pairRows(callback.fields));
  byId('callback-answer').replaceChildren(answerBadge(callback.answer, callback.failure));
  byId('callback-headers').replaceChildren(...pairRows(Object.entries(callback.answerHeaders)));
  byId('callback-body').textContent = callback.failure || callback.answerBody;
  byId('callback').showModal();
}

function onSubmit(id, action) {
  byId(id).addEventListener('submit', event => {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.target));
    send(action || event.submitter.value, fields);
  });
}

function onClick(id, action, fields) {
  byId(id).addEventListener('click', () => send(typeof action === 'function' ? action() : action, fields));
}

makeFaults();
onSubmit('api-fault', 'api-faults');
onSubmit('api-delay', 'api-faults');
onSubmit('inbound');
onSubmit('number', 'numbers');
onSubmit('forge', 'forge');
onClick('forget', 'forget');
onClick('release', 'release');
onClick('no-faults', 'no-faults');
onClick('callback-repeat', () => 'callbacks/' + openedNumber + '/repeat');
onClick('callback-forge-wrong', () => 'callbacks/' + openedNumber + '/forge', {signature: 'wrong'});
onClick('callback-forge-none', () => 'callbacks/' + openedNumber + '/forge', {signature: 'none'});
byId('callback-close').addEventListener('click', () => byId('callback').close());
poll();
