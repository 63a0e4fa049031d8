/* What all parts of the page use: elements, badges, requests to the simulator, notices. */

const NOTICE_MS = 5000;
const GOOD = ['delivered', 'read', 'completed', 'received', 'sent'];
const BAD = ['failed', 'undelivered', 'busy', 'no-answer', 'canceled'];

export const byId = id => document.getElementById(id);

/** Makes an element; children are elements or texts, never HTML. */
export function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

export function button(text, action, className) {
  const made = make('button', {type: 'button', textContent: text, className: className || ''});
  made.addEventListener('click', event => {
    event.stopPropagation();
    action(event);
  });
  return made;
}

export function time(text, withMillis) {
  const at = new Date(text);
  const two = number => String(number).padStart(2, '0');
  const clock = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':');
  return withMillis ? clock + '.' + String(at.getMilliseconds()).padStart(3, '0') : clock;
}

export function badge(text, kind, title) {
  return make('span', {className: 'badge ' + kind, textContent: text, title: title || text});
}

export function statusBadge(status) {
  return badge(status, GOOD.includes(status) ? 'good' : BAD.includes(status) ? 'bad' : '');
}

export function answerBadge(status, failure) {
  if (failure) {
    return badge('no answer', 'bad', failure);
  }
  return status === 0 ? badge('cut', 'bad') : badge(String(status), status < 300 ? 'good' : status < 500 ? 'warn' : 'bad');
}

export function shortSid(text) {
  return make('code', {title: text}, text.length > 12 ? text.slice(0, 5) + '…' + text.slice(-4) : text);
}

export function span(className, ...children) {
  return make('span', {className}, ...children);
}

/** Brings a list's elements to what they are to show; those that stay as they are keep their focus. */
export function showList(list, items, keyOf, content) {
  const known = new Map([...list.children].map(element => [element.dataset.key, element]));
  items.forEach((item, index) => {
    const key = String(keyOf(item));
    const text = JSON.stringify(item);
    const element = known.get(key) || make('li', {});
    known.delete(key);
    element.dataset.key = key;
    if (element.shown !== text) {
      element.shown = text;
      element.replaceChildren(...[content(item)].flat());
    }
    if (list.children[index] !== element) {
      list.insertBefore(element, list.children[index] || null);
    }
  });
  known.forEach(element => element.remove());
}

let noticeTimer = 0;

export function notice(text, bad) {
  const element = byId('notice');
  element.textContent = text;
  element.className = bad ? 'bad' : '';
  // In front of an open dialog, which is in front of everything else
  (byId('details').open ? byId('details') : document.body).append(element);
  clearTimeout(noticeTimer);
  noticeTimer = setTimeout(() => { element.textContent = ''; }, NOTICE_MS);
}

const tags = new Map();

/** What the simulator says at a path; undefined where it is what it was the last time. */
export async function ask(path, fields) {
  const query = new URLSearchParams(Object.entries(fields || {}).filter(([, value]) => value !== '' && value !== undefined));
  const response = await fetch('/simulator/' + path + (query.size ? '?' + query : ''));
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(answer.error);
  }
  const tag = query + response.headers.get('ETag');
  const same = tags.get(path) === tag;
  tags.set(path, tag);
  return same ? undefined : answer;
}

/** Lets the next answer of a path be shown even if it is what it was. */
export function forgetAnswer(path) {
  tags.delete(path);
}

const afterSending = [];

export function onSent(action) {
  afterSending.push(action);
}

/** Does what a button is for, and tells what came of it. */
export async function send(action, fields) {
  try {
    const response = await fetch('/simulator/' + action, {
      method: 'POST', headers: {'X-Requested-With': 'fetch'}, body: new URLSearchParams(fields || {}),
    });
    const answer = await response.json();
    if (answer.message || answer.error) {
      notice(answer.message || answer.error, !response.ok);
    }
    await Promise.all(afterSending.map(one => one()));
    return response.ok ? answer : undefined;
  } catch (error) {
    notice('The simulator does not answer', true);
    return undefined;
  }
}

/** Sends a form's fields to a path. */
export function onSubmit(id, action, fieldsOf) {
  byId(id).addEventListener('submit', async event => {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.target));
    await send(action, fieldsOf ? fieldsOf(fields, event) : fields);
  });
}

/** The form-encoded fields in lines such as Name=value. */
export function encodeLines(text) {
  const fields = new URLSearchParams();
  text.split('\n').map(line => line.trim()).filter(line => line).forEach(line => {
    const [, name, value] = /^([^=]*)=?(.*)$/.exec(line);
    fields.append(name, value);
  });
  return fields.toString();
}
