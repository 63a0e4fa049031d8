/* The dialog with all about one callback, request, message or call. */

import {answerBadge, ask, byId, button, forgetAnswer, make, notice, send, statusBadge} from './dom.js';

function open(title, ...content) {
  byId('details-title').textContent = title;
  byId('details-content').replaceChildren(...content);
  if (!byId('details').open) {
    byId('details').showModal();
  }
}

function close() {
  byId('details').close();
}

function pairs(list, empty) {
  if (list.length === 0) {
    return make('p', {className: 'quiet'}, empty || 'None');
  }
  return make('table', {className: 'pairs'}, make('tbody', {}, ...list.map(([name, value]) =>
    make('tr', {}, make('th', {scope: 'row'}, name), make('td', {}, value === null ? '' : String(value))))));
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch (error) {
    return text;
  }
}

function block(id, text) {
  return make('pre', {id, tabIndex: 0}, pretty(text));
}

function heading(text, ...more) {
  return make('h3', {}, text + ' ', ...more);
}

async function fetched(path) {
  forgetAnswer(path);
  try {
    return await ask(path);
  } catch (error) {
    notice(error.message, true);
    return undefined;
  }
}

export async function openCallback(number) {
  const callback = await fetched('callbacks/' + number);
  if (!callback) {
    return;
  }
  const path = 'callbacks/' + number;
  const actions = make('div', {className: 'buttons'},
    button('Repeat it', () => send(path + '/repeat')),
    button('Edit and resend', () => edit(callback)),
    button('Copy as curl', () => copyCurl(path)),
    button('Forge: wrong signature', () => send(path + '/forge', {signature: 'wrong'})),
    button('Forge: no signature', () => send(path + '/forge', {signature: 'none'})));
  open(callback.kind + (callback.status ? ': ' + callback.status : ''),
    make('p', {}, make('code', {className: 'whole'}, callback.method + ' ' + callback.url)), actions,
    make('div', {id: 'curl'}),
    heading('Answer', answerBadge(callback.answer, callback.failure)),
    block('callback-body', callback.failure || callback.answerBody), pairs(Object.entries(callback.answerHeaders), 'No headers'),
    heading(callback.json ? 'JSON' : 'Fields'), callback.json ? block('callback-json', callback.json) : pairs(callback.fields),
    pairs([['I-Twilio-Idempotency-Token', callback.idempotencyToken]]));
}

async function copyCurl(path) {
  const answer = await send(path + '/curl');
  if (!answer) {
    return;
  }
  byId('curl').replaceChildren(make('pre', {id: 'curl-command', tabIndex: 0}, answer.command));
  try {
    await navigator.clipboard.writeText(answer.command);
    notice('Copied');
  } catch (error) {
    notice('The browser does not let the page copy: take the command from here');
  }
}

function fieldRow(name, value) {
  const row = make('tr', {}, make('td', {}, make('input', {value: name, ariaLabel: 'Name', className: 'field-name'})),
    make('td', {}, make('input', {value, ariaLabel: 'Value', className: 'field-value'})));
  row.append(make('td', {}, button('Remove', () => row.remove(), 'small')));
  return row;
}

/** Lets a callback be changed and sent, signed anew. */
function edit(callback) {
  const url = make('input', {value: callback.url, id: 'edit-url', autocomplete: 'off'});
  const json = callback.json ? make('textarea', {value: callback.json, rows: 10, id: 'edit-json'}) : null;
  const rows = make('tbody', {id: 'edit-fields'}, ...callback.fields.map(([name, value]) => fieldRow(name, value)));
  const resend = async () => {
    const fields = new URLSearchParams();
    rows.querySelectorAll('tr').forEach(row => {
      const name = row.querySelector('.field-name').value;
      if (name) {
        fields.append(name, row.querySelector('.field-value').value);
      }
    });
    const changedUrl = url.value === callback.url ? {} : {url: url.value};
    await send('callbacks/' + callback.number + '/resend', {...changedUrl, ...(json ? {json: json.value} : {fields: fields.toString()})});
  };
  open('Edit and resend', make('label', {}, 'Address ', url),
    json ? make('label', {}, 'JSON ', json) : make('table', {className: 'pairs edit'}, rows),
    make('div', {className: 'buttons'},
      ...(json ? [] : [button('Add a field', () => rows.append(fieldRow('', '')))]),
      button('Send', resend, 'main-action'), button('Back', () => openCallback(callback.number))));
}

export async function openRequest(number) {
  const request = await fetched('requests/' + number);
  if (!request) {
    return;
  }
  open(request.method + ' ' + request.path.split('/').pop(),
    make('p', {}, make('code', {className: 'whole'}, request.method + ' ' + request.path)),
    make('p', {className: 'quiet'}, 'Signed in as ' + (request.user || 'nobody')),
    make('p', {className: 'error', hidden: !request.error}, request.error || ''),
    heading('Parameters'), pairs(request.form, 'No parameters in the body'),
    ...(request.query.length ? [heading('Query'), pairs(request.query)] : []),
    ...(request.body ? [heading('Body'), block('request-body', request.body)] : []),
    heading('Answer', answerBadge(request.answer)), block('request-answer', request.answerBody),
    pairs(Object.entries(request.answerHeaders), 'No headers of its own'));
}

function showCallbacksOf(sid) {
  return button('Show its callbacks', () => {
    close();
    document.dispatchEvent(new CustomEvent('search-callbacks', {detail: sid}));
  });
}

function showPhone(item) {
  const inbound = item.direction === 'inbound';
  return button('Show on the phone', () => {
    close();
    document.dispatchEvent(new CustomEvent('show-phone',
      {detail: {own: inbound ? item.to : item.from, other: inbound ? item.from : item.to}}));
  });
}

export function openMessage(message) {
  open('Message', make('div', {className: 'buttons'}, showCallbacksOf(message.sid), showPhone(message)),
    heading('Status', statusBadge(message.status)),
    pairs([['SID', message.sid], ['Direction', message.direction], ['From', message.from], ['To', message.to],
      ['Created', new Date(message.at).toLocaleString()], ['Media', message.media], ['Error', message.error]]
      .filter(([, value]) => value !== '' && value !== '0')),
    heading('Text'), make('pre', {tabIndex: 0}, message.body));
}

export function openCall(call) {
  const hangUp = button('Hang up', async () => {
    await send('calls/' + call.sid + '/hang-up');
    close();
  });
  open('Call', make('div', {className: 'buttons'}, ...(call.over ? [] : [hangUp]), showCallbacksOf(call.sid), showPhone(call)),
    heading('Status', statusBadge(call.status)),
    pairs([['SID', call.sid], ['Direction', call.direction], ['From', call.from], ['To', call.to],
      ['Created', new Date(call.at).toLocaleString()], ['Seconds', call.duration]].filter(([, value]) => value !== '')),
    heading('Heard'), make('pre', {tabIndex: 0}, call.heard.join('\n')));
}

byId('details-close').addEventListener('click', close);
