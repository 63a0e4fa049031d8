/* The phone of somebody else: conversations with the account's numbers, and calls with keys and speech. */

import {ask, byId, button, forgetAnswer, make, send, showList, statusBadge, time} from './dom.js';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

let liveCall = null;

const own = () => byId('phone-own').value;
/** The other one's address, on the channel of the account's sender. */
function other() {
  const channel = own().slice(0, own().indexOf(':') + 1);
  const typed = byId('phone-other').value.trim();
  return channel + typed.replace(/^(whatsapp|rcs):/, '');
}


function bubble(item) {
  const mine = item.direction === 'inbound';
  const about = make('small', {}, time(item.at) + ' ');
  if (item.heard) {
    const said = item.heard.map(line => make('span', {className: 'line'}, line));
    about.append(statusBadge(item.status));
    return [make('div', {className: 'bubble call ' + (mine ? 'mine' : '')}, mine ? 'Call to the account' : 'Call from the account', ...said, about)];
  }
  if (!mine) {
    about.append(statusBadge(item.status));
  }
  const media = (item.mediaFiles || []).map(medium);
  return [make('div', {className: 'bubble ' + (mine ? 'mine' : '')}, item.body, ...media, about)];
}

function medium(one) {
  if (!one.file && !/^https?:/.test(one.url)) {
    return make('span', {className: 'medium'}, one.url);
  }
  const link = make('a', {href: one.file || one.url, target: '_blank', rel: 'noreferrer', className: 'medium'});
  link.append(one.file && one.type.startsWith('image/') ? make('img', {src: one.file, alt: one.type}) : one.type || one.url);
  return link;
}

function showCall(items) {
  liveCall = items.filter(item => item.heard && item.live).pop() || null;
  byId('call-panel').hidden = !liveCall;
  byId('call').hidden = liveCall !== null || own().includes(':');
  if (liveCall) {
    const ringing = liveCall.ringing && liveCall.direction !== 'inbound';
    byId('call-state').textContent = ringing ? 'The phone rings' : 'Call ' + liveCall.status;
    byId('call-heard').textContent = liveCall.heard.slice(-3).join('\n');
    byId('call-ringing').hidden = !ringing;
    byId('call-controls').hidden = ringing;
    byId('call-hang-up').hidden = ringing;
  }
}

function showNumbers(settings) {
  const select = byId('phone-own');
  const wanted = [...new Set([...settings.numbers.map(number => number.phoneNumber),
    ...settings.channelSenders.map(sender => sender.sender), ...settings.senders])];
  if ([...select.options].map(option => option.value).join() !== wanted.join()) {
    const chosen = select.value;
    select.replaceChildren(...wanted.map(number => make('option', {value: number, textContent: number})));
    if (wanted.includes(chosen)) {
      select.value = chosen;
    }
  }
  byId('no-number').hidden = wanted.length > 0;
}

function showConversation(conversation) {
  const thread = byId('thread');
  const atEnd = thread.scrollTop + thread.clientHeight >= thread.scrollHeight - 8;
  showList(thread, conversation.items, item => item.sid, bubble);
  if (atEnd) {
    thread.scrollTop = thread.scrollHeight;
  }
  byId('opted-out').hidden = !conversation.optedOut;
  showCall(conversation.items);
}

/** Shows the conversation of the two chosen numbers as it is now. */
export async function refreshPhone(settings) {
  if (settings) {
    showNumbers(settings);
  }
  if (!own()) {
    return;
  }
  const conversations = await ask('conversations', {own: own()});
  if (conversations) {
    byId('phone-others').replaceChildren(...conversations.map(one => make('option', {value: one.other})));
    showList(byId('conversations'), conversations, one => one.other, one => button('', () => show(own(), one.other), 'conversation'));
    conversations.forEach((one, index) => {
      const entry = byId('conversations').children[index].firstElementChild;
      entry.replaceChildren(make('strong', {}, one.other), make('small', {}, time(one.at) + ' ' + one.text));
    });
  }
  [...byId('conversations').children].forEach(entry => entry.firstElementChild
    .setAttribute('aria-current', String(entry.dataset.key === other())));
  if (/^([a-z]+:)?\+?\d{7,15}$/.test(other())) {
    const conversation = await ask('conversation', {own: own(), other: other()});
    if (conversation) {
      showConversation(conversation);
    }
  }
}

/** Shows the conversation of two numbers. */
export function show(ownNumber, otherNumber) {
  const select = byId('phone-own');
  if (![...select.options].some(option => option.value === ownNumber)) {
    select.append(make('option', {value: ownNumber, textContent: ownNumber}));
  }
  select.value = ownNumber;
  byId('phone-other').value = otherNumber;
  change();
}

function change() {
  forgetAnswer('conversation');
  forgetAnswer('conversations');
  byId('thread').replaceChildren();
  byId('conversations').replaceChildren();
  refreshPhone();
}

const inCall = (action, fields) => liveCall && send('calls/' + liveCall.sid + '/' + action, fields);

byId('phone-own').addEventListener('change', change);
byId('phone-other').addEventListener('change', change);
byId('keypad').append(...KEYS.map(key => button(key, () => inCall('press', {keys: key}))));
byId('call-answer').addEventListener('click', () => inCall('answer'));
byId('call-decline').addEventListener('click', () => inCall('decline'));
byId('call-hang-up').addEventListener('click', () => inCall('hang-up'));
byId('call').addEventListener('click', () => send('calls', {from: other(), to: own(), attended: true}));
byId('speech').addEventListener('submit', event => {
  event.preventDefault();
  inCall('say', {text: event.target.elements.text.value});
  event.target.reset();
});
byId('reply').elements.media.addEventListener('change', event => {
  byId('reply').elements.mediaUrl.parentElement.hidden = event.target.value !== 'address';
});
byId('reply').addEventListener('submit', async event => {
  event.preventDefault();
  const {body, media, mediaUrl} = event.target.elements;
  const fields = {from: other(), to: own(), body: body.value};
  if (media.value) {
    fields[media.value === 'address' ? 'mediaUrl' : 'media'] = media.value === 'address' ? mediaUrl.value : media.value;
  }
  if (await send('messages', fields)) {
    event.target.reset();
    body.value = '';
    mediaUrl.parentElement.hidden = true;
  }
});
